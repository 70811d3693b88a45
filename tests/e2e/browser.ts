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
 * @returns opens a visitor
 */
export function useBrowser(): (options?: { width?: number; height?: number; locale?: string }) => Promise<Visitor> {
  let browser: Browser;
  const faults: string[] = [];
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium", args: FLAGS });
  });
  afterAll(async () => {
    await browser.close();
    expect(faults, "errors on the console of the browser").toEqual([]);
  });
  return async ({ width = 1440, height = 900, locale = "en-US" } = {}) => {
    const context = await browser.newContext({ viewport: { width, height }, locale, timezoneId: "Europe/Berlin" });
    context.setDefaultTimeout(20_000);
    const page = await context.newPage();
    page.on("pageerror", (error) => faults.push(`${page.url()}: ${error.message}`));
    page.on("console", (message) => {
      if (message.type() === "error" && !EXPECTED.test(message.text())) faults.push(`${page.url()}: ${message.text()}`);
    });
    return { context, page };
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
