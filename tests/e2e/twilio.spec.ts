/** Twilio: its set-up, its management page and its removal. */
import type { Page } from "playwright-core";
import { beforeAll, expect, inject, test } from "vitest";
import { DEMO_PEERS } from "#lib/simulators/kit/demo.ts";
import { useBrowser } from "./browser.ts";
import { panelOn } from "./integrations-panel.ts";
import { askPeer, peer } from "./peers.ts";
import { ask } from "./portal-api.ts";
import { signInWithMiAccess } from "./sign-in.ts";
import { anAccountWithTwilio, askTwilio, aTwilioCustomer, fillConnection } from "./twilio-peer.ts";

const open = useBrowser();
const { url } = inject("portal");
let page: Page;
let on: ReturnType<typeof panelOn>;
const dialog = () => page.getByRole("dialog");
const save = () => dialog().getByRole("button", { name: "Save" }).click();

beforeAll(async () => {
  ({ page } = await open());
  on = panelOn(page);
  await signInWithMiAccess(page, "Mara");
});

test("TWILIO-01 TWILIO-02 TWILIO-03 TWILIO-04 TWILIO-05 TWCH-01 Twilio is added, set up in its dialog, and then has a toggle and a gear that opens its page", async () => {
  const account = await on.newAccount("Lark Post");
  const customer = await aTwilioCustomer(["+4940700101", "+4940700102"]);
  await on.openPage(account, "information");
  await on.add("3rd party", "Twilio");
  await page.goto(`${url}${account}/integrations/twilio`);
  await page.getByText("This page was not found").waitFor();
  await on.openPage(account);
  await on.row("Twilio").getByText("Complete Setup", { exact: true }).click();
  await dialog().getByRole("heading", { name: "Twilio" }).waitFor();
  expect(await dialog().getByRole("textbox").count()).toBe(3);
  await save();
  for (const label of ["Name", "Account SID", "Auth Token"]) await dialog().getByText(`Please fill in ${label}.`).first().waitFor();
  await fillConnection(page, { name: "SMS of the shop", accountSid: "AC12", authToken: "f".repeat(32) });
  await save();
  await dialog().getByText(/Please enter an Account SID/).first().waitFor();
  await fillConnection(page, { accountSid: customer.accountSid });
  await save();
  await dialog().getByText("Twilio does not accept this Account SID and Auth Token.").first().waitFor();
  expect(await dialog().getByLabel("Auth Token", { exact: true }).getAttribute("aria-invalid")).toBe("true");
  expect(await dialog().getByLabel("Name", { exact: true }).inputValue()).toBe("SMS of the shop");
  await fillConnection(page, { authToken: customer.authToken });
  await save();
  await dialog().waitFor({ state: "detached" });
  await page.getByText("Twilio is set up").first().waitFor();
  await on.row("Twilio").getByText("Connected to Twilio").waitFor();
  expect(await on.row("Twilio").getByRole("switch", { name: "Twilio" }).isChecked()).toBe(true);
  await on.row("Twilio").getByRole("button", { name: "Settings of Twilio" }).click();
  await page.waitForURL(`${url}${account}/integrations/twilio`);
  await page.getByRole("heading", { level: 1, name: "Twilio" }).waitFor();
  await page.getByText(customer.accountSid).waitFor();
  await page.getByRole("row", { name: /\+4940700101/ }).getByText("Free").waitFor();
  expect(await page.content()).not.toContain(customer.authToken);
});

test("INT-18 while Twilio is down its dialog says so, and what was typed and what was saved stay", async () => {
  const { account } = await anAccountWithTwilio(page, "Sandpiper Post", []);
  await page.goto(`${url}${account}/integrations/twilio`);
  await page.getByText("No SMS numbers").waitFor();
  await page.getByRole("button", { name: "Change" }).click();
  await fillConnection(page, { name: "Other" });
  await askTwilio("PUT", "/_faults", { outage: true });
  try {
    await save();
    await dialog().getByText(/can not be reached/).first().waitFor();
    expect(await dialog().getByLabel("Name", { exact: true }).inputValue()).toBe("Other");
  } finally {
    await askTwilio("PUT", "/_faults", {});
  }
  await page.keyboard.press("Escape");
  await page.goto(`${url}${account}/integrations/twilio`);
  await page.getByText("SMS", { exact: true }).first().waitFor();
});

test("TWILIO-09 a token that became invalid is reported on the management page, where a new one is entered", async () => {
  const { account, customer } = await anAccountWithTwilio(page, "Heron Post", ["+4940700201"]);
  await askTwilio("PATCH", `/_accounts/${customer.accountSid}`, { authToken: "c".repeat(32) });
  await page.goto(`${url}${account}/integrations/twilio`);
  await page.getByRole("button", { name: "Read numbers again" }).click();
  await page.getByRole("alert").getByText("Twilio does not accept this Account SID and Auth Token.").waitFor();
  await on.openPage(account);
  await on.row("Twilio").getByText("Twilio does not accept this Account SID and Auth Token.").waitFor();
  await page.goto(`${url}${account}/integrations/twilio`);
  await page.getByRole("button", { name: "Enter a new Auth Token" }).click();
  await fillConnection(page, { authToken: "c".repeat(32) });
  await save();
  await dialog().waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Enter a new Auth Token" }).waitFor({ state: "detached" });
  await page.getByRole("row", { name: /\+4940700201/ }).waitFor();
});

test("TWSMS-01 TWSMS-02 TWSMS-03 TWSMS-04 TWSMS-05 TWSMS-06 TWSMS-07 TWSMS-08 TWILIO-06 TWILIO-07 the numbers of MiCollab, and the removal that they hold up", async () => {
  const numbers = ["+4940700301", "+4940700302", "+4940700303"];
  const { account } = await anAccountWithTwilio(page, "Curlew Post", numbers);
  const { address, username, password } = peer("micollab");
  await ask(page, "POST", `${account}/network-elements`, { kind: DEMO_PEERS.micollab.kind, address, username, password });
  await page.goto(`${url}${account}/integrations/twilio`);
  const entry = page.getByRole("row", { name: /MiCollab/ });
  await entry.getByText("No number").waitFor();
  await page.getByText(/Register your brand with Twilio for A2P messaging/).waitFor();
  await page.getByRole("link", { name: "Trust Hub" }).waitFor();
  await entry.getByText("Needs Allow Guest Access").waitFor();
  await entry.getByRole("link", { name: "Switch it on" }).click();
  await page.waitForURL(`${url}${account}/integrations`);
  await page.getByRole("switch", { name: "Allow Guest Access" }).check();
  await expect.poll(async () => (await ask<{ guestAccess: boolean }>(page, "GET", `${account}/switches`)).guestAccess).toBe(true);
  await page.goto(`${url}${account}/integrations/twilio`);
  await entry.getByText("Ready").waitFor();
  const edit = page.getByRole("button", { name: "Edit", exact: true });
  expect(await edit.isDisabled()).toBe(true);
  await entry.getByRole("checkbox", { name: "Select MiCollab" }).check();
  await edit.click();
  const field = dialog().getByRole("combobox", { name: "Phone Number" });
  await field.click();
  await expect.poll(() => page.getByRole("option").count()).toBe(3);
  await field.fill("0302");
  await expect.poll(() => page.getByRole("option").count()).toBe(1);
  await page.getByRole("option", { name: /\+4940700302/ }).click();
  await field.click();
  await page.getByRole("option", { name: /\+4940700301/ }).click();
  await save();
  await page.getByText("MiCollab has 2 SMS numbers").first().waitFor();
  await entry.getByText("+4940700301, +4940700302").waitFor();

  const stream = (active: boolean) => askPeer("micollab", "PUT", `/api/v1/sms-numbers/${encodeURIComponent(numbers[0]!)}/stream`, { active });
  await stream(true);
  await entry.getByRole("checkbox", { name: "Select MiCollab" }).check();
  await edit.click();
  await dialog().getByText("+4940700301 (in-use)").waitFor();
  expect(await dialog().getByRole("button", { name: "Take +4940700301 out" }).count()).toBe(0);
  await dialog().getByRole("button", { name: "Take +4940700302 out" }).click();
  await save();
  await page.getByText("MiCollab has 1 SMS number").first().waitFor();

  await on.openPage(account);
  const toggle = on.row("Twilio").getByRole("switch", { name: "Twilio" });
  await toggle.click();
  await on.question().getByRole("heading", { name: "Remove Twilio Integration" }).waitFor();
  await on.question().getByRole("button", { name: "Remove integration" }).click();
  await on.question().getByText(/actively being used/).waitFor();
  await on.question().getByRole("button", { name: "Cancel" }).click();
  expect(await toggle.isChecked()).toBe(true);

  await stream(false);
  await page.goto(`${url}${account}/integrations/twilio`);
  await entry.getByRole("checkbox", { name: "Select MiCollab" }).check();
  await edit.click();
  await dialog().getByRole("button", { name: "Take +4940700301 out" }).click();
  await save();
  await page.getByText("MiCollab has no SMS number any more").first().waitFor();
  await on.openPage(account);
  await toggle.click();
  await on.question().getByRole("button", { name: "Remove integration" }).click();
  await on.gone("Twilio");
});
