/** Work for thousands of users: followed, cancelled, and its results read. */
import { beforeAll, expect, inject, test } from "vitest";
import type { Page } from "playwright-core";
import { until, useBrowser } from "./browser.ts";
import { exported } from "./exported.ts";
import { addAccount, ask } from "./portal-api.ts";
import { signInWithMiAccess } from "./sign-in.ts";

const open = useBrowser();
const { url } = inject("portal");
const USERS = 5_000;
let page: Page;
let account = "";

beforeAll(async () => {
  ({ page } = await open());
  await signInWithMiAccess(page, "Mara");
  account = `/accounts/${await addAccount(page, "Thousands & Sons")}`;
  const rows = Array.from({ length: USERS }, (_, index) => `Many,User${index},,many.user.${index}@thousands.example,User`);
  await page.goto(`${url}${account}/users/import`);
  await page.setInputFiles("input[type=file]", { name: "thousands.csv", mimeType: "text/csv", buffer: Buffer.from(["FIRST NAME,LAST NAME,NAME,EMAIL,ROLE", ...rows].join("\n")) });
  await page.getByText("No errors found").waitFor();
  await page.getByRole("button", { name: "Upload", exact: true }).click();
  await until(async () => ((await ask<{ total: number }>(page, "GET", `${account}/users`)).total === USERS ? true : undefined), "The imported users");
});

const jobs = () => ask<{ items: { id: string }[] }>(page, "GET", `${account}/bulk-jobs`);

const mailServer = (faults: object) => fetch(`http://127.0.0.1:${inject("portal").ports.mailInbox}/_faults`, { method: "PUT", headers: { "content-type": "application/json" }, body: JSON.stringify(faults) });

test("a job that goes on is shown above the list of users, and can be cancelled: mails that wait are not sent", async () => {
  expect((await mailServer({ outage: true })).ok).toBe(true);
  try {
    await page.goto(`${url}${account}/users/manage`);
    await page.getByRole("button", { name: "Send CloudLink welcome emails to all" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: /^Send / }).click();
    await page.getByRole("alertdialog").waitFor({ state: "hidden" });
    await page.goto(`${url}${account}/users`);
    await page.getByText(/^Sending welcome emails: [\d,]+ of 5,000 users$/).waitFor();
    await page.getByRole("link", { name: "See details" }).click();
    await page.getByRole("heading", { level: 1, name: "Sending welcome emails" }).waitFor();
    await page.getByRole("button", { name: "Cancel" }).click();
    await page.getByRole("alertdialog").getByText("What has been done stays done.").waitFor();
    await page.getByRole("alertdialog").getByRole("button", { name: "Cancel the job" }).click();
    await page.getByText("Cancelled", { exact: true }).first().waitFor();
    expect((await jobs()).items).toEqual([]);
  } finally {
    await mailServer({});
  }
});

test("deleting 5,000 users is a job: the list shows it, its page tells of each user, and the bell leads there", async () => {
  await page.goto(`${url}${account}/users`);
  await page.getByRole("columnheader").getByRole("checkbox").click();
  await page.getByRole("button", { name: /^Select all 5,000/ }).click();
  await page.getByRole("button", { name: "Delete users" }).click();
  const dialog = page.getByRole("alertdialog");
  await dialog.getByRole("textbox").fill("delete");
  await dialog.getByRole("button", { name: "Delete 5000 users" }).or(dialog.getByRole("button", { name: "Delete 5,000 users" })).click();
  await dialog.waitFor({ state: "hidden" });
  await until(async () => ((await jobs()).items.length === 0 ? true : undefined), "The end of the job");
  await page.getByRole("button", { name: /^Notifications/ }).click();
  await page.getByRole("dialog", { name: "Notifications" }).getByRole("listitem").filter({ hasText: "Users deleted" }).getByRole("link", { name: "See details" }).click();
  await page.getByRole("heading", { level: 1, name: "Deleting users" }).waitFor();
  await page.getByText("5,000 deleted").waitFor();
  await page.getByRole("row", { name: /many\.user\.0@thousands\.example/ }).getByText("Done").waitFor();
  const file = await exported(page, "CSV");
  expect(file.header).toEqual(["NAME", "EMAIL ADDRESS", "RESULT", "REASON"]);
  expect(file.rows.length).toBe(USERS);
  expect(file.rows).toContainEqual(["Many User0", "many.user.0@thousands.example", "Done", ""]);
  expect((await ask<{ total: number }>(page, "GET", `${account}/users`)).total).toBe(0);
});
