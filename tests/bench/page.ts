/** The list page in a browser: how soon its rows are there, and how much script it loads for that. */
import { gzipSync } from "node:zlib";
import { chromium } from "playwright-core";
import type { Browser } from "playwright-core";
import { newSessionCookie, sessionCookieName } from "#lib/auth/session-cookie.ts";
import { database } from "#lib/db/client.ts";
import { findChromium } from "#lib/processes/browsers.ts";
import { startSession } from "#lib/sessions/start-session.ts";
import { atMost, notMeasured, shown } from "./findings.ts";
import type { Finding } from "./findings.ts";
import type { Person, Stage } from "./stage.ts";
import { median } from "./statistics.ts";

const LOADS = 9;
const KIB = 1024;
const SCRIPT_KIB = 250;
/** 0.7 x what Payload's admin needed on the machine of the design: 0.5 s. */
const ROWS_MS = 350;
const QUIET_MS = 600;
const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

type Load = { rowsMs: number; serverMs: number; paintMs: number; scriptKib: number; htmlKib: number };

/** Loads the list of the large account again and again, each time with an empty cache. */
export async function measurePage(stage: Stage): Promise<Finding[]> {
  const cookie = await sessionCookieFor(stage.accounts.large, stage.admin);
  const browser = await chromium.launch({ executablePath: findChromium(), args: FLAGS });
  try {
    const loads: Load[] = [];
    await loadPage(browser, stage, cookie);
    for (let round = 0; round < LOADS; round += 1) loads.push(await loadPage(browser, stage, cookie));
    const of = (figure: keyof Load) => median(loads.map((load) => load[figure]));
    return [
      atMost(ROWS_MS, { name: "rows visible, cold cache", value: of("rowsMs"), unit: "ms", more: `first byte after ${of("serverMs").toFixed(0)} ms, first paint ${of("paintMs").toFixed(0)}`, figures: { serverMs: of("serverMs"), paintMs: of("paintMs") } }),
      atMost(SCRIPT_KIB, { name: "script of the first page, gzip", value: of("scriptKib"), unit: "KiB" }),
      shown({ name: "the page itself, gzip", value: of("htmlKib"), unit: "KiB" }),
      notMeasured("Lighthouse performance and accessibility", "Lighthouse is no part of the installation"),
    ];
  } finally {
    await browser.close();
  }
}

/** The cookie of a person who has just signed in. */
export async function sessionCookieFor(accountId: string, { userId }: Pick<Person, "userId">): Promise<string> {
  const { token } = await startSession(database().prisma, { accountId, userId, method: "password", userAgent: "Measurements", now: new Date() });
  const [pair] = (await newSessionCookie(token)).split(";");
  return pair!.slice(pair!.indexOf("=") + 1);
}

/** Runs in the page: notes when its first row comes in. Asking from outside would wait for the scripts to be done as well. */
function noteFirstRow(): void {
  const observer = new MutationObserver(() => {
    if (!document.querySelector("tbody")?.textContent) return;
    (globalThis as { firstRowMs?: number }).firstRowMs = performance.now();
    observer.disconnect();
  });
  observer.observe(document, { childList: true, subtree: true });
}

async function loadPage(browser: Browser, { portal, accounts }: Stage, cookie: string): Promise<Load> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await context.addCookies([{ name: sessionCookieName(), value: cookie, url: portal.url }]);
  const page = await context.newPage();
  await page.addInitScript(noteFirstRow);
  const scripts: Promise<number>[] = [];
  let lastAnswer = performance.now();
  page.on("response", (response) => {
    lastAnswer = performance.now();
    if (response.request().resourceType() === "script") scripts.push(response.body().then((body) => gzipSync(body).length));
  });
  const response = await page.goto(`${portal.url}/accounts/${accounts.large}/users`, { waitUntil: "commit" });
  if (!response?.ok()) throw new Error(`The list page answered ${response?.status()}.`);
  await page.locator("tbody tr").filter({ hasText: "@large.example" }).first().waitFor();
  const html = gzipSync(await response.body()).length / KIB;
  // What the page loads late is script of the page as well; its stream of events never ends.
  while (performance.now() - lastAnswer < QUIET_MS) await page.waitForTimeout(QUIET_MS / 4);
  const { serverMs, paintMs, rowsInPageMs } = await page.evaluate(() => {
    const [navigation] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
    return {
      serverMs: navigation!.responseStart - navigation!.requestStart,
      paintMs: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.NaN,
      rowsInPageMs: (globalThis as { firstRowMs?: number }).firstRowMs ?? Number.NaN,
    };
  });
  // Rows that were in the page before anything was painted are visible with the first paint.
  const rowsMs = Math.max(rowsInPageMs, paintMs);
  const scriptBytes = (await Promise.all(scripts)).reduce((total, size) => total + size, 0);
  await context.close();
  return { rowsMs, serverMs, paintMs, scriptKib: scriptBytes / KIB, htmlKib: html };
}
