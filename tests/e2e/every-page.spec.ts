/** Every page as every kind of person, in an account of their own, in one that is not, and in one that does not exist. */
import { readdir } from "node:fs/promises";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { grantsOf } from "#lib/permissions/grants.ts";
import { until, useBrowser } from "./browser.ts";
import { addAccount, ask } from "./portal-api.ts";
import { addIntegration } from "./portal-database.ts";
import { PAGE_EXPECTATIONS } from "./page-expectations.ts";
import { registerUser } from "./registered-user.ts";
import { signIn, signInAsDemoAdmin, signInWithMiAccess } from "./sign-in.ts";

type Place = "own" | "sibling" | "nowhere";
type Caller = { name: string; page: Page; holds: ReadonlySet<string>; level: "partner" | "account"; unrestricted: boolean; sees: readonly Place[] };

const open = useBrowser();
const { url } = inject("portal");
const accounts: Record<Place, string> = { own: "", sibling: "", nowhere: "00000000-0000-7000-8000-000000000000" };
/** What stands for each `[name]` in a path. */
const ids: Record<string, string> = {};
const callers: Caller[] = [];
let managerId = "";
let mara: Page;
let stranger: Page;
let asked = 0;

/** The pages behind sign-in, by their folders. */
async function pagesOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true });
  return entries.filter((entry) => entry.endsWith("page.tsx")).map((entry) => `/${entry}`.replace(/\/page\.tsx$/, ""));
}

async function findPages(): Promise<string[]> {
  const home = await pagesOf("app/(portal)/(home)");
  const inAccount = await pagesOf("app/(portal)/accounts/[accountId]");
  return [...home, ...inAccount.map((path) => `{}${path}`)];
}

type Items = { items: { id: string; name?: string; link?: string }[] };
const first = async (path: string) => (await ask<Items>(mara, "GET", path)).items[0]!.id;

/** One of everything that a page is about, in the own account. */
async function findThings(): Promise<void> {
  const at = `/accounts/${accounts.own}`;
  ids["userId"] = await first(`${at}/users?search=ada.brandt`);
  await ask(mara, "PUT", `${at}/users/${ids["userId"]}/telephony/mivoice_business`, {});
  ids["templateId"] = await first(`${at}/templates`);
  ids["logId"] = await first(`${at}/support-logs`);
  const plan = { selection: { mode: "some", ids: [ids["userId"]] }, serviceRoleId: await first(`${at}/service-roles`) };
  ids["planId"] = (await ask<{ id: string }>(mara, "POST", `${at}/provisioning/plans`, plan)).id;
  const runs = `${at}/provisioning/plans/${ids["planId"]}/runs`;
  ids["runId"] = await until(async () => (await ask<Items>(mara, "GET", runs)).items[0]?.id, "A run of the plan");
  const file = await mara.request.post(`${url}/api/v1${at}/imports?fileName=one.csv`, { headers: { origin: url }, data: Buffer.from("Email\nnew.one@ballad.example\n") });
  ids["importId"] = ((await file.json()) as { import: { id: string } }).import.id;
  // Only work for more than a thousand users is a job with a page; the tests of bulk jobs open one.
  ids["jobId"] = crypto.randomUUID();
}

/** Voice Assist with its settings, for an account that has the gateway that it needs. */
async function addVoiceAssist(accountId: string): Promise<void> {
  const at = `/accounts/${accountId}/integrations`;
  await ask(mara, "POST", at, { integrations: [{ key: "mitel_voice_assist" }] });
  const { entry } = await ask<{ entry: { version: number } }>(mara, "GET", `${at}/mitel_voice_assist`);
  await ask(mara, "PATCH", `${at}/mitel_voice_assist/settings`, { version: entry.version, settings: { number: accountId.replaceAll(/\D/g, "").slice(0, 15), timeZone: "Europe/Berlin", recipe: "directory" } });
}

async function signedIn(email: string, password: string): Promise<Page> {
  const { page } = await open();
  await page.goto(`${url}/login`);
  await signIn(page, email, password);
  await page.waitForURL(/\/dashboard/);
  return page;
}

beforeAll(async () => {
  [mara, stranger] = [(await open()).page, (await open()).page];
  await signInWithMiAccess(mara, "Mara");
  const { items } = await ask<Items>(mara, "GET", "/accounts?search=ballad");
  accounts.own = items[0]!.id;
  accounts.sibling = await addAccount(mara, "Next Door Ltd");
  await addIntegration(accounts.sibling);
  await addIntegration(accounts.sibling, "twilio");
  ids["key"] = "mitel_voice_assist";
  ids["step"] = "gateway";
  await ask(mara, "POST", `/accounts/${accounts.own}/integrations`, { integrations: [{ key: "mitel_one_workgroups" }, { key: "unify_phone" }] });
  await ask(mara, "POST", `/accounts/${accounts.sibling}/integrations`, { integrations: [{ key: "mitel_one_workgroups" }, { key: "unify_phone" }, { key: "micc" }, { key: "cloudlink_gateway" }] });
  for (const id of [accounts.own, accounts.sibling]) await addVoiceAssist(id);
  ids["part"] = "routing";
  await findThings();
  const role = await ask<{ id: string }>(mara, "POST", "/roles", { name: "Looks at users, page by page", base: "account_admin", grants: ["users.view"] });
  ids["roleId"] = role.id;
  await ask(mara, "POST", `/roles/${role.id}/assign`, { accounts: { mode: "some", ids: [accounts.own] } });
  const partner = { level: "partner" as const, holds: grantsOf("partner") };
  callers.push({ ...partner, name: "a partner", page: mara, unrestricted: true, sees: ["own", "sibling"] });

  const lena = (await open()).page;
  await signInWithMiAccess(lena, "Lena");
  managerId = (await ask<{ userId: string }>(lena, "GET", "/me")).userId;
  await ask(mara, "POST", "/account-managers/convert", { userIds: [managerId] });
  await ask(mara, "POST", "/account-managers/assign", { managerIds: [managerId], accounts: { mode: "some", ids: [accounts.own] } });
  callers.push({ ...partner, name: "an account manager", page: lena, unrestricted: false, sees: ["own"] });

  const priya = (await open()).page;
  await signInWithMiAccess(priya, "Priya");
  callers.push({ ...partner, name: "a partner of somebody else", page: priya, unrestricted: true, sees: [] });

  const admin = (await open()).page;
  await signInAsDemoAdmin(admin);
  const inAccount = { level: "account" as const, unrestricted: false, sees: ["own"] as const };
  callers.push({ ...inAccount, name: "an account admin", page: admin, holds: grantsOf("account_admin") });

  const looker = await registerUser(mara, accounts.own, { firstName: "Look", lastName: "Only", email: "look.only@ballad.example" });
  await ask(mara, "PATCH", `/accounts/${accounts.own}/users/${looker.id}`, { version: await versionOf(looker.id), role: role.id });
  callers.push({ ...inAccount, name: "an admin who may look at users alone", page: await signedIn(looker.email, looker.password), holds: grantsOf("account_admin", ["users.view"]) });

  const user = await registerUser(mara, accounts.own, { firstName: "Plain", lastName: "User", email: "plain.user@ballad.example" });
  callers.push({ ...inAccount, name: "a user", page: await signedIn(user.email, user.password), holds: new Set() });
}, 240_000);

afterAll(async () => {
  if (managerId) await ask(mara, "POST", "/account-managers/upgrade", { userIds: [managerId] });
  for (const key of ["mitel_one_workgroups", "unify_phone", "mitel_voice_assist"]) await ask(mara, "DELETE", `/accounts/${accounts.own}/integrations/${key}`);
  process.stdout.write(`${asked} combinations of page, person and account\n`);
});

async function versionOf(userId: string): Promise<number> {
  return (await ask<{ version: number }>(mara, "GET", `/accounts/${accounts.own}/users/${userId}`)).version;
}

function expected(page: string, caller: Caller, place: Place): 200 | 404 {
  const inAccount = page.startsWith("{}");
  if (inAccount && !caller.sees.includes(place)) return 404;
  const [needs = "", within] = PAGE_EXPECTATIONS[page]!.split(", within ");
  if (needs === "everybody") return 200;
  if (!inAccount && caller.level !== "partner") return 404;
  if (needs === "unrestricted") return caller.unrestricted ? 200 : 404;
  if (within && !caller.holds.has(`${within}.view`)) return 404;
  return needs.split(" or ").some((grant) => caller.holds.has(grant as never)) ? 200 : 404;
}

/** Not there for anybody. */
const isNowhere = (page: string) => page.includes("[jobId]");

/** Roles and account managers belong to one partner account: for another they do not exist. */
const isForeign = (page: string, caller: Caller) => caller.sees.length === 0 && /\[roleId\]|managers\/accounts/.test(page);

test("every page has an expectation, and every expectation a page", async () => {
  expect((await findPages()).toSorted()).toEqual(Object.keys(PAGE_EXPECTATIONS).toSorted());
});

describe.each(Object.keys(PAGE_EXPECTATIONS))("%s", (page) => {
  test("NAV-07 opens for whom it is, and does not exist for anybody else", async () => {
    const wrong: string[] = [];
    const query = page === "/account-managers/accounts" ? `?managers=${managerId}` : "";
    for (const caller of callers) {
      for (const place of page.startsWith("{}") ? (["own", "sibling", "nowhere"] as const) : (["own"] as const)) {
        // What a page is about is in the own account; in another one it is not there, whoever asks.
        if (place === "sibling" && /\[\w+\]/.test(page)) continue;
        const path = page.replace("{}", `/accounts/${accounts[place]}`).replaceAll(/\[(\w+)\]/g, (_, name: string) => ids[name] ?? `no ${name}`);
        const response = await caller.page.request.get(url + path + query);
        asked += 1;
        const should = isForeign(page, caller) || isNowhere(page) ? 404 : expected(page, caller, place);
        if (response.status() !== should) wrong.push(`${caller.name} in ${place}: ${response.status()} instead of ${should}`);
      }
    }
    expect(wrong, PAGE_EXPECTATIONS[page]).toEqual([]);
  });

  test("nobody who is not signed in sees it", async () => {
    const path = page.replace("{}", `/accounts/${accounts.own}`).replaceAll(/\[(\w+)\]/g, (_, name: string) => ids[name]!);
    const response = await stranger.request.get(url + path, { maxRedirects: 0 });
    expect(response.status()).toBe(307);
    expect(response.headers()["location"]).toContain("/login?next=");
  });
});

test("NAV-07 no dashboard leads its reader to where they may not go", async () => {
  const wrong: string[] = [];
  for (const { name, page, sees } of callers) {
    const followed = new Set<string>();
    for (const path of ["/dashboard", ...sees.map((place) => `/accounts/${accounts[place]}/dashboard`)]) {
      const html = await (await page.request.get(url + path)).text();
      const links = new Set(Array.from(html.matchAll(/ href="(\/(?!_next\/)[^"#]*)/g), ([, href]) => href!.replaceAll("&amp;", "&")));
      for (const link of links.difference(followed)) {
        followed.add(link);
        if ((await page.request.get(url + link)).status() === 404) wrong.push(`${name}, from ${path} to ${link}`);
      }
    }
  }
  expect(wrong).toEqual([]);
});
