/** The ways of removing an integration, and what is asked and told. */
import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { useBrowser } from "./browser.ts";
import { headings, panelOn } from "./integrations-panel.ts";
import { signInWithMiAccess } from "./sign-in.ts";

const open = useBrowser();
let page: Page;
let on: ReturnType<typeof panelOn>;

beforeAll(async () => {
  ({ page } = await open());
  on = panelOn(page);
  await signInWithMiAccess(page, "Mara");
});

test("INTEG-24 INTEG-25 INTEG-26 INT-12 INT-13 the toggle asks, Cancel keeps, and Remove integration removes and tells by a notification", async () => {
  await on.openPage(await on.newAccount("Removing Industries"));
  await on.add("Mitel", "MiCollab");
  const toggle = on.row("MiCollab").getByRole("switch", { name: "MiCollab" });
  await toggle.click();
  await on.question().getByRole("heading", { name: "Remove MiCollab Integration" }).waitFor();
  expect(await on.question().getByRole("button").allInnerTexts()).toEqual(["Cancel", "Remove integration"]);
  await on.question().getByText("CloudLink Chat ends in the MiCollab of all users of the account.").waitFor();
  await on.question().getByText("Delegated Authentication is switched off, as nothing else on the account brings it.").waitFor();
  await on.question().getByRole("button", { name: "Cancel" }).click();
  await on.question().waitFor({ state: "detached" });
  expect(await toggle.isChecked()).toBe(true);
  expect(await page.getByRole("switch", { name: "Delegated Authentication" }).isChecked()).toBe(true);
  await toggle.click();
  await on.question().getByRole("button", { name: "Remove integration" }).click();
  await on.gone("MiCollab");
  await page.getByRole("button", { name: /^Notifications/ }).click();
  await page.getByText("MiCollab removed").first().waitFor();
  await page.keyboard.press("Escape");
  expect(await page.getByRole("switch", { name: "Delegated Authentication" }).isChecked()).toBe(false);
});

test("VASSIST-11 VASSIST-12 WFS-16 WFS-17 MIVB-09 UNIFY-18 UNIFY-19 UNIFY-20 every way of removing asks with the same two buttons", async () => {
  await on.openPage(await on.newAccount("Ways Industries"));
  await on.add("Mitel", "CloudLink Gateway", "Mitel Workflow Studio", "Unify Phone");
  await on.add("Mitel", "MiVoice Business", "Mitel Voice Assist");
  const asks = async (name: string) => {
    await on.question().getByRole("heading", { name: `Remove ${name} Integration` }).waitFor();
    expect(await on.question().getByRole("button").allInnerTexts()).toEqual(["Cancel", "Remove integration"]);
  };
  await on.row("MiVoice Business").getByRole("switch", { name: "MiVoice Business" }).click();
  await asks("MiVoice Business");
  await on.question().getByRole("button", { name: "Remove integration" }).click();
  await on.gone("MiVoice Business");
  await on.row("Unify Phone").getByRole("button", { name: "Delete Unify Phone" }).click();
  await asks("Unify Phone");
  await on.question().getByRole("button", { name: "Cancel" }).click();
  await on.row("Unify Phone").getByRole("link", { name: "Complete setup of Unify Phone" }).click();
  await page.getByRole("heading", { level: 1, name: "Unify Phone Configuration" }).waitFor();
  await page.getByRole("button", { name: "Remove", exact: true }).click();
  await asks("Unify Phone");
  await on.question().getByRole("button", { name: "Remove integration" }).click();
  await page.getByRole("heading", { level: 1, name: "Integrations and Applications" }).waitFor();
  await on.gone("Unify Phone");
  await on.openCatalogue();
  for (const name of ["Mitel Workflow Studio", "Mitel Voice Assist"]) {
    await on.card(name).getByRole("button", { name: `Added: ${name}` }).hover();
    await page.getByRole("menuitem", { name: "Remove" }).click();
    await on.card(name).getByRole("button", { name: `Add ${name}`, exact: true }).waitFor();
  }
  await on.done();
  for (const answer of ["Remove integration", "Cancel"]) {
    const title = await on.question().getByRole("heading").innerText();
    expect(["Remove Mitel Workflow Studio Integration", "Remove Mitel Voice Assist Integration"]).toContain(title);
    await on.question().getByRole("button", { name: answer }).click();
    await on.question().getByRole("heading", { name: title }).waitFor({ state: "detached" });
  }
  const asked = new Set(["Mitel Workflow Studio", "Mitel Voice Assist"]);
  await on.question().waitFor({ state: "detached" });
  await expect.poll(async () => (await headings(on.panel())).filter((name) => asked.has(name)).length).toBe(1);
});

test("ONE-12 ONE-13 Mitel One is removed by its settings or its toggle, and Chat and MiTeam Meetings stand by themselves again", async () => {
  await on.openPage(await on.newAccount("Former Industries"));
  await on.add("Mitel", "MiTeam Meetings", "MiCollab");
  for (const way of ["settings", "toggle"] as const) {
    await on.add("Mitel", "Mitel One");
    if (way === "toggle") await on.row("Mitel One").getByRole("switch", { name: "Mitel One" }).click();
    else {
      await on.row("Mitel One").getByRole("button", { name: "Settings of Mitel One", exact: true }).click();
      await page.getByRole("dialog", { name: "Mitel One Settings" }).getByRole("button", { name: "Remove" }).click();
    }
    await on.question().getByRole("heading", { name: "Remove Mitel One Integration" }).waitFor();
    await on.question().getByRole("button", { name: "Remove integration" }).click();
    await on.gone("Mitel One");
    expect((await headings(on.panel())).toSorted()).toEqual(["Chat", "MiCollab", "MiTeam Meetings"]);
  }
});
