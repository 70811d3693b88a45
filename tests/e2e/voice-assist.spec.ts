/** Voice Assist in the navigation: About, Routing, Numbers, Help. */
import type { Page } from "playwright-core";
import { beforeAll, expect, inject, test } from "vitest";
import { useBrowser } from "./browser.ts";
import { findingsEverywhere } from "./findings.ts";
import { panelOn } from "./integrations-panel.ts";
import { ask } from "./portal-api.ts";
import { signInWithMiAccess } from "./sign-in.ts";

const open = useBrowser();
const { url } = inject("portal");
let page: Page;
let on: ReturnType<typeof panelOn>;
let account = "";

beforeAll(async () => {
  ({ page } = await open());
  on = panelOn(page);
  await signInWithMiAccess(page, "Mara");
  account = await on.newAccount("Assisted Industries");
});

const part = (name: string) => page.getByRole("navigation", { name: "Voice Assist" }).getByRole("link", { name, exact: true });

test("VASSIST-08 VASSIST-09 VASSIST-13 with the integration Voice Assist is in the navigation with About, Routing, Numbers and Help, and without it gone", async () => {
  await ask(page, "POST", `${account}/integrations`, { integrations: [{ key: "cloudlink_gateway" }, { key: "mitel_voice_assist" }] });
  await on.openPage(account);
  expect(await on.inNavigation("Voice Assist").count()).toBe(0);
  const { entry } = await ask<{ entry: { version: number } }>(page, "GET", `${account}/integrations/mitel_voice_assist`);
  await ask(page, "PATCH", `${account}/integrations/mitel_voice_assist/settings`, { version: entry.version, settings: { number: "494055577", timeZone: "Europe/Berlin", recipe: "opening_hours" } });
  await page.goto(`${url}${account}/information`);
  await on.inNavigation("Voice Assist").click();
  await page.getByRole("heading", { level: 1, name: "Voice Assist" }).waitFor();
  await page.getByText("494055577").first().waitFor();
  expect(await findingsEverywhere(page)).toEqual([]);
  await part("Routing").click();
  await page.getByText("From Monday to Friday, 9:00 to 17:00 (Europe/Berlin), welcomes the caller to Assisted Industries.").waitFor();
  expect(await findingsEverywhere(page)).toEqual([]);
  await part("Numbers").click();
  await page.getByText("No PBX is attached, so no call is answered.").waitFor();
  await page.getByRole("button", { name: "Attach PBX" }).click();
  await page.getByRole("dialog").getByLabel("Name").fill("Rotterdam");
  expect(await findingsEverywhere(page)).toEqual([]);
  await page.getByRole("dialog").getByRole("button", { name: "Attach PBX" }).click();
  await page.getByRole("listitem").filter({ hasText: "Rotterdam" }).getByText("MiVoice Business").waitFor();
  expect(await findingsEverywhere(page)).toEqual([]);
  await page.getByRole("button", { name: "Detach Rotterdam" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Detach" }).click();
  await page.getByText("No PBX is attached, so no call is answered.").waitFor();
  await part("Help").click();
  await page.getByText("Make a PISN user with 494055577.").waitFor();
  expect(await findingsEverywhere(page)).toEqual([]);
  await ask(page, "DELETE", `${account}/integrations/mitel_voice_assist`);
  await on.inNavigation("Voice Assist").waitFor({ state: "detached" });
  await page.goto(`${url}${account}/voice-assist`);
  await page.getByText("This page was not found").waitFor();
});
