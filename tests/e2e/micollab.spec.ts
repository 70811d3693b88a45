/** The MiCollab of an account: chat and the licenses of MiTeam Meetings, with what its administrator does in the console. */
import type { Page } from "playwright-core";
import { beforeAll, expect, inject, test } from "vitest";
import { assignNew, billingOf } from "./billing-system.ts";
import { useBrowser } from "./browser.ts";
import { findingsEverywhere } from "./findings.ts";
import { panelOn } from "./integrations-panel.ts";
import { askPeer, peer } from "./peers.ts";
import { ask } from "./portal-api.ts";
import { signInWithMiAccess } from "./sign-in.ts";

const open = useBrowser();
const { url } = inject("portal");
const USERS = ["Noor", "Olaf"];
let page: Page;
let on: ReturnType<typeof panelOn>;
let account = "";
/** The console of the server, as its administrator has it open. */
let server: Page;

beforeAll(async () => {
  page = (await open()).page;
  on = panelOn(page);
  await signInWithMiAccess(page, "Mara");
  account = await on.newAccount("Chatting Industries");
  const { address, username, password } = peer("micollab");
  await ask(page, "POST", `${account}/network-elements`, { kind: "micollab", address, username, password });
  for (const name of USERS) {
    const email = `${name.toLowerCase()}.berg@chatting.example`;
    await ask(page, "POST", `${account}/users`, { firstName: name, lastName: "Berg", email });
    await askPeer("micollab", "POST", "/api/v1/client-accounts", { userName: `chatting.${name.toLowerCase()}`, email, uccBundle: "UCC Standard User for Enterprise (V4.0)", featureProfile: "UCC (V4.0) Standard" });
  }
  await assignNew(page, await billingOf(page), account.split("/").at(-1)!, "CHATTING-1", [{ sku: "54012201", quantity: 1 }]);
  server = (await open()).page;
  await server.context().setExtraHTTPHeaders({ authorization: `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}` });
});

const chat = () => page.locator("section", { has: page.getByRole("heading", { name: "CloudLink Chat" }) });
const licenses = () => page.locator("section", { has: page.getByRole("heading", { name: "MiTeam Meetings licenses" }) });

test("MICOL-01 MICOL-02 the page tells which of the two is missing, and chat is there with both", async () => {
  await on.openPage(account, "integrations/micollab");
  await chat().getByText("Not available").waitFor();
  await chat().getByText("MiCollab is not among the integrations of the account").waitFor();
  await chat().getByText("The MiCollab administrator has not enabled CloudLink Chat on micollab-1.").waitFor();
  await chat().getByRole("link", { name: "Add it" }).click();
  await on.panel().waitFor();
  await on.add("Mitel", "MiCollab");
  await on.row("MiCollab").getByText("its administrator has not enabled it on micollab-1").waitFor();
  await on.row("MiCollab").getByRole("link", { name: "Details of MiCollab" }).click();
  await chat().getByText("MiCollab is among the integrations of the account.").waitFor();
  expect(await findingsEverywhere(page)).toEqual([]);
  await server.goto(peer("micollab").address);
  await server.getByRole("button", { name: "Enable CloudLink Chat" }).click();
  await server.getByText("CloudLink Chat is enabled.").waitFor();
  await page.getByRole("button", { name: "Ask the server again" }).click();
  await chat().getByText("Available", { exact: true }).waitFor();
  await server.getByRole("button", { name: "Disable CloudLink Chat" }).click();
  await server.getByText("CloudLink Chat is not enabled.").waitFor();
  await page.getByRole("button", { name: "Ask the server again" }).click();
  await chat().getByText("Not available").waitFor();
});

test("MEETMC-10 what the administrator assigns in the console the user has in the portal, and what the account does not own is reported", async () => {
  const present = await ask<{ entries: { key: string }[] }>(page, "GET", `${account}/integrations`);
  const keys = ["micollab", "miteam_meetings"].filter((key) => !present.entries.some((entry) => entry.key === key));
  await ask(page, "POST", `${account}/integrations`, { integrations: keys.map((key) => ({ key })) });
  for (const name of ["noor", "olaf"]) {
    await server.goto(`${peer("micollab").address}/?list=meetings&search=chatting.${name}`);
    await server.getByRole("button", { name: `Assign the licence of chatting.${name}` }).click();
    await server.goto(`${peer("micollab").address}/?list=meetings&search=chatting.${name}`);
    await server.getByRole("cell", { name: "Assigned", exact: true }).waitFor();
  }
  await on.openPage(account, "integrations/micollab");
  await licenses().getByRole("button", { name: "Synchronize now" }).click();
  await licenses().getByText("micollab-1 assigns 1 license more than the account owns").waitFor();
  await licenses().getByText("Synchronized", { exact: true }).waitFor();
  await licenses().getByRole("link", { name: "Olaf Berg" }).waitFor();
  expect(await findingsEverywhere(page)).toEqual([]);
  await page.goto(`${url}${account}/users?search=noor`);
  await page.getByRole("row").getByRole("link", { name: "Noor Berg" }).click();
  const toggle = page.getByRole("switch", { name: "MiTeam Meetings" });
  await toggle.waitFor();
  expect([await toggle.isChecked(), await toggle.isDisabled()]).toEqual([true, true]);
  await askPeer("micollab", "PUT", "/_faults", { outage: true });
  await on.openPage(account, "integrations/micollab");
  await licenses().getByRole("button", { name: "Synchronize now" }).click();
  await licenses().getByText("micollab-1 can not be reached. It is tried again by itself.").waitFor();
  await chat().getByText("is not known").waitFor();
  expect(await findingsEverywhere(page)).toEqual([]);
  await askPeer("micollab", "PUT", "/_faults", {});
  await licenses().getByRole("button", { name: "Synchronize now" }).click();
  await licenses().getByText("Synchronized", { exact: true }).waitFor();
});
