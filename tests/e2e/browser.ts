/** A real browser for browser tests, which also fails a test on errors that only the console shows. */
import { chromium } from "playwright-core";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";

const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

/** What the browser prints that is no fault of ours: a refused request is an answer that the page shows. */
const EXPECTED = /Failed to load resource/;

export type Visitor = { context: BrowserContext; page: Page };

/**
 * Opens a browser for the tests of a file; each visitor has a profile of their own.
 * @returns opens a visitor; `expected` are faults that the test brings about itself
 */
export function useBrowser(): (options?: { width?: number; height?: number; locale?: string; expected?: RegExp }) => Promise<Visitor> {
  let browser: Browser;
  const faults: string[] = [];
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium", args: FLAGS });
  });
  afterAll(async () => {
    await browser.close();
    expect(faults, "errors on the console of the browser").toEqual([]);
  });
  return async ({ width = 1440, height = 900, locale = "en-US", expected } = {}) => {
    const context = await browser.newContext({ viewport: { width, height }, locale, timezoneId: "Europe/Berlin" });
    context.setDefaultTimeout(20_000);
    const page = await context.newPage();
    waitForReact(page);
    const note = (text: string) => void (EXPECTED.test(text) || expected?.test(text) || faults.push(`${page.url()}: ${text}`));
    page.on("pageerror", (error) => note(error.message));
    page.on("console", (message) => void (message.type() === "error" && note(message.text())));
    return { context, page };
  };
}

/** Makes `goto` and `reload` wait until React has taken the page over: what is pressed before that is pressed in vain, though by nobody but a test. */
function waitForReact(page: Page): void {
  const isTakenOver = () => {
    if (!document.querySelector('script[src*="/_next/"]')) return true;
    const last = [...document.querySelectorAll("main *")].at(-1);
    return !last || Object.keys(last).some((key) => key.startsWith("__reactFiber"));
  };
  const [goto, reload] = [page.goto.bind(page), page.reload.bind(page)];
  page.goto = async (...where) => {
    const answer = await goto(...where);
    await page.waitForFunction(isTakenOver);
    return answer;
  };
  page.reload = async (...how) => {
    const answer = await reload(...how);
    await page.waitForFunction(isTakenOver);
    return answer;
  };
}

/** Waits until something is so; there is no other clock in a browser test. */
export async function until<T>(look: () => Promise<T | undefined>, what: string): Promise<T> {
  const end = Date.now() + 60_000;
  while (Date.now() < end) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((next) => setTimeout(next, 100));
  }
  throw new Error(`${what} did not come within a minute.`);
}
