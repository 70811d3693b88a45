/** The Application Launcher, and what it opens. */
import type { Page } from "playwright-core";
import { beforeAll, expect, inject, test } from "vitest";
import { assignNew, billingOf } from "./billing-system.ts";
import { useBrowser } from "./browser.ts";
import { findingsEverywhere } from "./findings.ts";
import { panelOn } from "./integrations-panel.ts";
import { ask } from "./portal-api.ts";
import { registerUser } from "./registered-user.ts";
import { signIn, signInWithMiAccess } from "./sign-in.ts";

const open = useBrowser();
const { url } = inject("portal");
let partner: Page;
let on: ReturnType<typeof panelOn>;
let account = "";
let user: Awaited<ReturnType<typeof registerUser>>;
let userPage: Page;

beforeAll(async () => {
  partner = (await open()).page;
  on = panelOn(partner);
  await signInWithMiAccess(partner, "Mara");
  account = await on.newAccount("Launching Industries");
  user = await registerUser(partner, account.split("/").at(-1)!, { firstName: "Lia", lastName: "Marsh", email: "lia.marsh@launching.example" });
  const buy = await billingOf(partner);
  await assignNew(partner, buy, account.split("/").at(-1)!, "LAUNCH-1", [{ sku: "54014769", quantity: 1 }, { sku: "54012201", quantity: 3 }]);
  userPage = (await open()).page;
  await userPage.goto(`${url}/login`);
  await signIn(userPage, user.email, user.password);
  await userPage.waitForURL(/\/dashboard$/);
});

const launcher = (page: Page) => page.getByRole("banner").getByRole("button", { name: "Application Launcher" });
const panel = (page: Page) => page.getByRole("dialog", { name: "Application Launcher" });

/** Opens an application; gives the tab that it is in. */
async function launch(page: Page, name: string): Promise<Page> {
  await launcher(page).click();
  const opened = page.context().waitForEvent("page");
  await panel(page).getByRole("button", { name }).click();
  const tab = await opened;
  await tab.waitForURL(/\/app$/);
  return tab;
}

test("WFS-15 the launcher is at the top right for every role, and says so when there is nothing to open; by keyboard and on a phone", async () => {
  await partner.goto(`${url}/dashboard`);
  await launcher(partner).click();
  await panel(partner).getByText("Applications are opened by the users of customer accounts").waitFor();
  await partner.keyboard.press("Escape");
  await launcher(userPage).focus();
  await userPage.keyboard.press("Enter");
  await panel(userPage).getByText("There is no application for you to open.").waitFor();
  expect(await findingsEverywhere(userPage)).toEqual([]);
  await userPage.keyboard.press("Escape");
  await panel(userPage).waitFor({ state: "detached" });
  await userPage.setViewportSize({ width: 390, height: 844 });
  const box = (await launcher(userPage).boundingBox())!;
  expect(box.x, "in the right half").toBeGreaterThan(195);
  expect(box.x + box.width).toBeLessThanOrEqual(390);
  await userPage.setViewportSize({ width: 1440, height: 900 });
  expect((await launcher(userPage).boundingBox())!.x).toBeGreaterThan(1100);
});

test("WFS-14 WFS-15 WFS-18 WFS-19 WFS-21 Workflow Studio is switched on, opened, counted, shown, removed, and then closed to everybody", async () => {
  await on.openPage(account);
  await on.add("Mitel", "Mitel Workflow Studio");
  await on.row("Mitel Workflow Studio").getByRole("switch", { name: "Mitel Workflow Studio" }).click();
  await on.row("Mitel Workflow Studio").getByText("Added", { exact: true }).waitFor();
  const studio = await launch(userPage, "Mitel Workflow Studio");
  await studio.getByRole("heading", { level: 1, name: "Mitel Workflow Studio" }).waitFor();
  await studio.getByText("Lia Marsh, Launching Industries").waitFor();
  await studio.getByLabel("Flow").fill("Welcome new customers");
  await studio.getByRole("button", { name: "Execute as Essential" }).click();
  await studio.getByRole("cell", { name: "Welcome new customers" }).waitFor();
  expect(await findingsEverywhere(studio)).toEqual([]);

  await partner.goto(`${url}${account}/billing/subscriptions`);
  const row = partner.getByRole("table", { name: /^Flow executions of the billing period/ }).getByRole("row", { name: /Essential/ });
  await row.waitFor();
  expect(await row.getByRole("cell").allInnerTexts()).toEqual(["1", "100"]);
  expect(await findingsEverywhere(partner)).toEqual([]);

  await launcher(userPage).click();
  await panel(userPage).getByRole("button", { name: "Mitel Workflow Studio" }).waitFor();
  expect(await findingsEverywhere(userPage)).toEqual([]);
  await on.openPage(account);
  await on.row("Mitel Workflow Studio").getByRole("switch", { name: "Mitel Workflow Studio" }).click();
  await on.question().getByRole("button", { name: "Remove integration" }).click();
  await on.gone("Mitel Workflow Studio");
  await panel(userPage).getByText("There is no application for you to open.").waitFor();
  await studio.reload();
  await studio.getByText("You have no access to Mitel Workflow Studio any more.").waitFor();
  const direct = (await open()).page;
  await direct.goto(`http://127.0.0.1:${inject("portal").ports.workflowStudio}/app`);
  await direct.getByText("Open Mitel Workflow Studio from the Application Launcher of the portal.").waitFor();
  await userPage.keyboard.press("Escape");
});

test("MEET-02 a user with a license opens MiTeam Meetings and starts a meeting; without one it is not in the launcher", async () => {
  const id = account.split("/").at(-1)!;
  await ask(partner, "POST", `${account}/integrations`, { integrations: [{ key: "miteam_meetings" }] });
  await userPage.goto(`${url}/dashboard`);
  await launcher(userPage).click();
  await panel(userPage).getByText("There is no application for you to open.").waitFor();
  await userPage.keyboard.press("Escape");
  await partner.goto(`${url}/accounts/${id}/users/${user.id}`);
  const stored = () => partner.waitForResponse((response) => response.url().endsWith("/licenses/miteam_meetings") && response.ok());
  await Promise.all([stored(), partner.getByRole("switch", { name: "MiTeam Meetings" }).check()]);
  const meetings = await launch(userPage, "MiTeam Meetings");
  await meetings.getByLabel("Title").fill("Weekly round");
  await meetings.getByRole("button", { name: "Start" }).click();
  await meetings.getByRole("cell", { name: "Weekly round" }).waitFor();
  expect(await findingsEverywhere(meetings)).toEqual([]);
  await Promise.all([stored(), partner.getByRole("switch", { name: "MiTeam Meetings" }).uncheck()]);
  await launcher(userPage).click();
  await panel(userPage).getByText("There is no application for you to open.").waitFor();
  await meetings.reload();
  await meetings.getByText("You have no access to MiTeam Meetings any more.").waitFor();
});
