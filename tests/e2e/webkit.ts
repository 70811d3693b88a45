/** WebKit, the engine of Safari, in the small browser that comes with its GTK port; spoken to by W3C WebDriver. */
import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { freePort } from "#lib/config/ports.ts";
import { until } from "./browser.ts";
import type { OtherBrowser } from "./other-browser.ts";

/** How WebDriver names an element in its answers. */
const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

type Session = (method: "GET" | "POST" | "DELETE", path: string, body?: object) => Promise<unknown>;

export async function openWebKit(): Promise<OtherBrowser> {
  const { screen, display } = await startScreen();
  const port = await freePort();
  const driver = spawn(process.env["WEBKIT_DRIVER_PATH"] ?? "/usr/bin/WebKitWebDriver", ["--host=127.0.0.1", `--port=${port}`], { stdio: "ignore", env: { ...process.env, DISPLAY: display } });
  const session = await startSession(`http://127.0.0.1:${port}`);
  await session("POST", "/window/rect", { width: 1440, height: 900 });
  // The driver's own answer is no for a link in a cell that cuts long names off.
  const isSeen = async (id: string) => (await session("POST", "/execute/sync", { script: "return arguments[0].checkVisibility({ visibilityProperty: true })", args: [{ [ELEMENT]: id }] })) === true;
  const act = async (id: string, path: string, body: object) => {
    if (!(await isSeen(id))) return false;
    await session("POST", `/element/${id}${path}`, body);
    return true;
  };
  /** Does something with the first of the elements that is to be seen, as soon as there is one that takes it. */
  const withSeen = (xpath: string, work: (id: string) => Promise<boolean>) =>
    until(async () => {
      for (const { [ELEMENT]: id } of (await session("POST", "/elements", { using: "xpath", value: xpath })) as { [ELEMENT]: string }[]) {
        if (await work(id).catch(whileMoving)) return true;
      }
      return undefined;
    }, xpath);
  const run = (script: string) => session("POST", "/execute/sync", { script: `return ${script}`, args: [] });
  return {
    async open(url) {
      await session("POST", "/url", { url });
      await run("void (window.faults = [], window.addEventListener('error', ({ message }) => window.faults.push(message)))");
    },
    click: async (xpath) => void (await withSeen(xpath, (id) => act(id, "/click", {}))),
    type: async (xpath, text) => void (await withSeen(xpath, (id) => act(id, "/value", { text }))),
    until: async (xpath) => void (await withSeen(xpath, isSeen)),
    untilGone: (xpath) => until(async () => ((await run(`document.evaluate(${JSON.stringify(xpath)}, document, null, XPathResult.BOOLEAN_TYPE).booleanValue`)) ? undefined : true), `the end of ${xpath}`).then(() => undefined),
    run: (script) => run(script) as Promise<never>,
    faults: async () => (await run("window.faults ?? []")) as string[],
    async close() {
      await session("DELETE", "");
      await ended(driver);
      await ended(screen);
    },
  };
}

/** A screen that nobody sees, with a number of its own choosing. */
async function startScreen(): Promise<{ screen: ChildProcess; display: string }> {
  const screen = spawn(process.env["XVFB_PATH"] ?? "/usr/bin/Xvfb", ["-displayfd", "3", "-screen", "0", "1600x1000x24", "-nolisten", "tcp"], { stdio: ["ignore", "ignore", "ignore", "pipe"] });
  const number = await new Promise<string>((resolve) => screen.stdio[3]!.once("data", (chunk: Buffer) => resolve(chunk.toString().trim())));
  return { screen, display: `:${number}` };
}

async function startSession(driver: string): Promise<Session> {
  const call = async (method: string, path: string, body?: object): Promise<unknown> => {
    const response = await fetch(`${driver}/session${path}`, { method, ...(body && { body: JSON.stringify(body) }) });
    const { value } = (await response.json()) as { value: unknown };
    if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(value)}`);
    return value;
  };
  const { sessionId } = await until(() => call("POST", "", { capabilities: { alwaysMatch: {} } }).then((value) => value as { sessionId: string }, onlyRefused), "WebKit's driver");
  return async (method, path, body) => (await until(() => call(method, `/${sessionId}${path}`, body).then((value) => ({ value }), whileLeaving), path)).value;
}

/** An element that is just moving, covered or replaced does not take it yet. */
function whileMoving(error: Error): false {
  if (!/"(element not interactable|element click intercepted|stale element reference|no such element)"/.test(error.message)) throw error;
  return false;
}

/** A page that is being left answers nothing; the one behind it does. */
function whileLeaving(error: Error): undefined {
  if (!error.message.includes('"no such frame"')) throw error;
}

/** While the driver is starting nobody answers; what it answers itself counts. */
function onlyRefused(error: Error): undefined {
  if (error.message !== "fetch failed") throw error;
}

async function ended(child: ChildProcess): Promise<void> {
  const end = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  await end;
}
