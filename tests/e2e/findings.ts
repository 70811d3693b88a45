import axe from "axe-core";
import type { Page } from "playwright-core";

/** What axe finds wrong with a page as it is now. */
export async function findings(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run({ exclude: [["[data-base-ui-focus-guard]"]] } as never));
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
}

/** What axe finds at both widths and in both themes, and whether the page is wider than a small screen. */
export async function findingsEverywhere(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 900 });
      // Colours on their way from one theme to the other have no contrast worth measuring.
      await page.evaluate(async () => {
        const frame = () => new Promise(requestAnimationFrame);
        // The theme is there with one frame, what it sets in motion with the next.
        await frame();
        await frame();
        await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
        await frame();
      });
      found.push(...(await findings(page)).map((finding) => `${colorScheme}, ${width}: ${finding}`));
    }
    if ((await page.evaluate(() => document.documentElement.scrollWidth)) > 390) found.push(`${colorScheme}: wider than the screen`);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  return found;
}
