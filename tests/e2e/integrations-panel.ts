/** The panel "Integrations" and its catalogue, as a browser test works with them. */
import type { Locator, Page } from "playwright-core";
import { inject } from "vitest";
import { addAccount } from "./portal-api.ts";

const { url } = inject("portal");

/** What is found on a page with the panel, and done there. */
export function panelOn(page: Page) {
  const panel = () => page.locator("section", { has: page.getByRole("heading", { name: "Integrations", exact: true, level: 2 }) });
  const row = (name: string) => panel().getByRole("listitem", { name, exact: true });
  const catalogue = () => page.getByRole("dialog", { name: "Integrations" });
  const card = (name: string) => catalogue().getByRole("listitem", { name, exact: true });
  const question = () => page.getByRole("alertdialog");

  async function openPage(account: string, path = "integrations"): Promise<void> {
    await page.goto(`${url}${account}/${path}`);
    await page.getByRole("heading", { level: 1 }).waitFor();
  }
  async function openCatalogue(tab: "Mitel" | "3rd party" = "Mitel"): Promise<void> {
    await page.getByRole("button", { name: "Add new" }).click();
    await catalogue().waitFor();
    if (tab === "3rd party") await catalogue().getByRole("tab", { name: tab }).click();
  }
  async function done(): Promise<void> {
    await catalogue().getByRole("button", { name: "Done" }).click();
    await catalogue().waitFor({ state: "detached" });
  }
  return {
    panel,
    row,
    catalogue,
    card,
    question,
    openPage,
    openCatalogue,
    done,
    inNavigation: (name: string) => page.getByRole("navigation", { name: "Main navigation" }).getByRole("link", { name, exact: true }),
    newAccount: async (name: string) => `/accounts/${await addAccount(page, name)}`,
    /** Adds integrations as people do it; `tab` is where they are. */
    async add(tab: "Mitel" | "3rd party", ...names: string[]): Promise<void> {
      await openCatalogue(tab);
      for (const name of names) await card(name).getByRole("button", { name: `Add ${name}`, exact: true }).click();
      await done();
    },
    /** Waits until an integration is removed; what is behind a question is hidden while it is asked. */
    async gone(name: string): Promise<void> {
      await question().waitFor({ state: "detached" });
      await row(name).waitFor({ state: "detached" });
    },
  };
}

/** The names of what a list holds. */
export function headings(list: Locator): Promise<string[]> {
  return list.getByRole("heading", { level: 3 }).allInnerTexts();
}
