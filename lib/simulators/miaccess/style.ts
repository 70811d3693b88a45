/** The look of the MiAccess pages; light or dark as the reader's system is. */
export const STYLE = `
:root { color-scheme: light dark; --bg: #f6f7f9; --glow: #e6eefc; --surface: #fff; --line: #e3e7ee; --control: #cdd4df; --fg: #131a26; --fg-2: #4b5768;
  --accent: #1554d1; --accent-hover: #0f43ab; --accent-fg: #fff; --soft: #e8f0fe; --bad: #b4232c; --bad-soft: #fdeaea; --shadow: 0 12px 32px rgb(16 24 40 / 8%); }
@media (prefers-color-scheme: dark) { :root { --bg: #0e1420; --glow: #14213a; --surface: #151d2b; --line: #263247; --control: #46577a; --fg: #eef2f9; --fg-2: #b4c0d3;
  --accent: #7fb0ff; --accent-hover: #a4c8ff; --accent-fg: #0b1526; --soft: #17294a; --bad: #ff8d92; --bad-soft: #3a1619; --shadow: 0 16px 40px rgb(0 0 0 / 40%); } }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; background: radial-gradient(60% 50% at 50% 0, var(--glow), transparent) no-repeat var(--bg); color: var(--fg); font: 14px/1.5 system-ui, sans-serif; }
.center { display: grid; place-content: center; justify-items: center; gap: 24px; min-height: 100vh; padding: 24px 16px; }
.brand { display: flex; align-items: center; gap: 10px; margin: 0; color: var(--fg); font-size: 18px; font-weight: 650; }
.brand span { display: grid; place-items: center; width: 32px; height: 32px; border-radius: 8px; background: var(--accent); color: var(--accent-fg); }
.card { width: min(400px, calc(100vw - 32px)); padding: 28px; border: 1px solid var(--line); border-radius: 12px; background: var(--surface); box-shadow: var(--shadow); }
h1 { margin: 0 0 4px; font-size: 20px; } h2 { margin: 0 0 8px; font-size: 16px; }
p { margin: 0 0 16px; color: var(--fg-2); }
label { display: block; margin: 16px 0 6px; font-weight: 600; }
input { width: 100%; height: 40px; padding: 0 12px; border: 1px solid var(--control); border-radius: 8px; background: var(--surface); color: var(--fg); font: inherit; }
button, .button { display: inline-grid; place-items: center; height: 40px; padding: 0 20px; border: 1px solid transparent; border-radius: 8px; background: var(--accent); color: var(--accent-fg); font: inherit; font-weight: 600; text-decoration: none; cursor: pointer; }
button:hover { background: var(--accent-hover); }
.wide { width: 100%; margin-top: 24px; }
.quiet { border-color: var(--control); background: transparent; color: var(--fg); } .quiet:hover { background: var(--soft); }
.row { display: flex; flex-wrap: wrap; gap: 12px; margin-top: 24px; }
.alert { margin: 16px 0 0; padding: 10px 12px; border-radius: 8px; background: var(--bad-soft); color: var(--bad); }
.bar { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 12px; padding: 12px 24px; border-bottom: 1px solid var(--line); background: var(--surface); }
.bar div { display: flex; align-items: center; gap: 16px; } .bar form { margin: 0; }
.home { display: grid; grid-template-columns: 260px 1fr; gap: 24px; max-width: 1120px; margin: 0 auto; padding: 24px 16px; }
.home nav { padding: 12px; } .home .card { width: auto; box-shadow: none; }
nav ul { margin: 0; padding: 0; list-style: none; }
nav a { display: block; padding: 10px 12px; border-radius: 8px; color: var(--accent); font-weight: 600; text-decoration: none; }
nav a:hover { background: var(--soft); }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 8px 24px; margin: 0; } dt { color: var(--fg-2); } dd { margin: 0; overflow-wrap: anywhere; }
a { color: var(--accent); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
@media (max-width: 640px) { .home { grid-template-columns: 1fr; } }
`;
