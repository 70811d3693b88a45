import puppeteer from "puppeteer-core";
import type { OtherBrowser } from "./other-browser.ts";

/** Firefox itself, spoken to by WebDriver BiDi; Playwright's is one of its own making. */
export async function openFirefox(): Promise<OtherBrowser> {
  const browser = await puppeteer.launch({ browser: "firefox", executablePath: process.env["FIREFOX_PATH"] ?? "/usr/bin/firefox-esr", headless: true, defaultViewport: { width: 1440, height: 900 } });
  const page = await browser.newPage();
  const faults: string[] = [];
  // What was being fetched when a page is left ends like this in Firefox, and harms nobody.
  page.on("pageerror", (error) => void (/NetworkError when attempting to fetch/.test(String(error)) || faults.push(String(error))));
  const at = (xpath: string) => page.waitForSelector(`::-p-xpath(${xpath})`, { visible: true, timeout: 20_000 });
  return {
    // While the page before still moves on by itself, Firefox counts its own first attempt as aborted.
    open: async (url) => void (await page.goto(url).catch(() => page.goto(url))),
    // Pressed where it is once it has come to rest: the rows of a list move while it is searched.
    click: (xpath) => page.locator(`::-p-xpath(${xpath})`).setTimeout(20_000).click(),
    type: async (xpath, text) => (await at(xpath))!.type(text),
    until: async (xpath) => void (await at(xpath)),
    untilGone: async (xpath) => void (await page.waitForSelector(`::-p-xpath(${xpath})`, { hidden: true, timeout: 20_000 })),
    run: (script) => page.evaluate(script) as Promise<never>,
    faults: async () => faults,
    close: () => browser.close(),
  };
}
