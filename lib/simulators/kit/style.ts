/** The one look of all consoles and of the page behind a deployment link; light or dark as the reader's system is. */
export const STYLE = `
:root { color-scheme: light dark; --bg: #f6f7f9; --surface: #fff; --line: #e3e7ee; --fg: #131a26; --fg-2: #4b5768;
  --accent: #1554d1; --accent-fg: #fff; --good: #0f7a4d; --bad: #b4232c; --bad-soft: #fdeaea; }
@media (prefers-color-scheme: dark) { :root { --bg: #0e1420; --surface: #151d2b; --line: #263247; --fg: #eef2f9; --fg-2: #b4c0d3;
  --accent: #7fb0ff; --accent-fg: #0b1526; --good: #5fd39b; --bad: #ff8d92; --bad-soft: #3a1619; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--bg); color: var(--fg); font: 14px/1.5 system-ui, sans-serif; }
main { max-width: 1120px; margin: 0 auto; padding: 24px 16px 48px; }
main.narrow { max-width: 420px; }
header { display: flex; flex-wrap: wrap; gap: 16px; justify-content: space-between; align-items: end; }
h1 { margin: 0; font-size: 20px; } h2 { margin: 0 0 8px; font-size: 16px; }
p { margin: 4px 0; color: var(--fg-2); }
nav { display: flex; flex-wrap: wrap; gap: 8px; margin: 24px 0 16px; }
nav a { padding: 6px 12px; border: 1px solid var(--line); border-radius: 8px; background: var(--surface); color: var(--fg); text-decoration: none; }
nav a[aria-current] { border-color: var(--accent); color: var(--accent); font-weight: 600; }
.panel { border: 1px solid var(--line); border-radius: 8px; background: var(--surface); padding: 16px; }
.scroll { position: relative; overflow-x: auto; border: 1px solid var(--line); border-radius: 8px; background: var(--surface); }
table { width: 100%; border-collapse: collapse; }
caption { padding: 12px 12px 8px; text-align: left; color: var(--fg-2); }
th, td { padding: 8px 12px; border-top: 1px solid var(--line); text-align: left; white-space: nowrap; }
th { color: var(--fg-2); font-weight: 600; }
form { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; margin-bottom: 16px; }
header form, td form { margin: 0; } header + form { margin-top: 16px; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.panel + h2, .scroll + h2 { margin-top: 24px; } .panel + .scroll { margin-top: 16px; } .panel > :last-child { margin-bottom: 0; }
form.inline { display: inline-flex; margin: 0 8px 8px 0; } td form.inline { margin-bottom: 0; } td.long { min-width: 280px; white-space: normal; }
form.stacked { display: grid; grid-template-columns: minmax(0, 480px); justify-items: start; }
form.stacked input, form.stacked select { width: 100%; }
input, select, button { height: 34px; padding: 0 12px; border: 1px solid var(--line); border-radius: 8px; background: var(--surface); color: var(--fg); font: inherit; }
button { border-color: var(--accent); background: var(--accent); color: var(--accent-fg); font-weight: 600; cursor: pointer; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.good { color: var(--good); } .bad { color: var(--bad); }
main > section, header + .scroll { margin-top: 24px; }
p.bad { padding: 8px 12px; border-radius: 8px; background: var(--bad-soft); }
a { color: var(--accent); }
`;
