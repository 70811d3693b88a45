import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { ONE_REQUEST, makeBrowser } from "./browser.ts";
import { AFTER_LOGOUT, CALLBACK, enter, finish, miAccessForTest, newSignIn, person, signInUrl } from "./miaccess-under-test.ts";

test("logging out at the portal's request ends the session after asking, and leads back to the portal", async () => {
  const miAccess = await miAccessForTest();
  const client = await miAccess.relyingParty();
  const [browser, signIn] = [makeBrowser(), newSignIn()];
  const tokens = await finish(client, signIn, await enter(browser, await browser.open(signInUrl(client, signIn)), person("Mara")));
  const endUrl = client.endSessionUrl({ id_token_hint: tokens, post_logout_redirect_uri: AFTER_LOGOUT, state: "bye" });

  const stayed = await browser.submit(await browser.open(endUrl), {});
  expect(stayed.url).toBe(`${AFTER_LOGOUT}?state=bye`);
  expect((await browser.open(miAccess.issuer)).text).toContain("Welcome, Mara");

  const left = await browser.submit(await browser.open(endUrl), { logout: "yes" });
  expect(left.url).toBe(`${AFTER_LOGOUT}?state=bye`);
  expect((await browser.open(miAccess.issuer)).text).toContain("LOGIN");
  await expect(client.userinfo(tokens)).rejects.toThrow();
});

test("an address after log-out that is not registered is refused", async () => {
  const miAccess = await miAccessForTest();
  const client = await miAccess.relyingParty();
  const visit = await makeBrowser().open(client.endSessionUrl({ client_id: client.metadata.client_id, post_logout_redirect_uri: "http://evil.example/" }));
  expect(visit).toMatchObject({ status: 400 });
  expect(new URL(visit.url).origin).toBe(miAccess.issuer);
});

test("the home page's own log-out leads back to the sign-in page", async () => {
  const miAccess = await miAccessForTest();
  const browser = makeBrowser();
  const home = await enter(browser, await browser.open(miAccess.issuer), person("Priya"));
  const logout = /<a href="([^"]+)">Log out<\/a>/.exec(home.text)?.[1]?.replaceAll("&amp;", "&");
  const question = await browser.open(`${miAccess.issuer}${logout}`);
  expect(question.text).toContain("Log out of MiAccess?");
  expect((await browser.submit(question, { logout: "yes" })).text).toContain("LOGIN");
});

test("after a restart sessions go on and what was signed before is still good", async () => {
  const miAccess = await miAccessForTest();
  const client = await miAccess.relyingParty();
  const [browser, signIn] = [makeBrowser(), newSignIn()];
  const tokens = await finish(client, signIn, await enter(browser, await browser.open(signInUrl(client, signIn)), person("Mara")));
  const keysOf = async () => (await fetch(client.issuer.metadata.jwks_uri ?? "", { headers: ONE_REQUEST })).json();
  const keys = await keysOf();

  await miAccess.restart();

  expect(await keysOf()).toEqual(keys);
  expect(keys).toMatchObject({ keys: [{ kty: "RSA", alg: "RS256", use: "sig" }] });
  expect(JSON.stringify(keys)).not.toContain('"d":');
  expect(await client.userinfo(tokens)).toMatchObject({ sub: person("Mara").subject });
  const again = newSignIn();
  const afterwards = await miAccess.relyingParty();
  expect((await finish(afterwards, again, await browser.open(signInUrl(afterwards, again)))).claims().sub).toBe(person("Mara").subject);
});

test("a code issued before a restart is redeemed after it", async () => {
  const miAccess = await miAccessForTest();
  const client = await miAccess.relyingParty();
  const [browser, signIn] = [makeBrowser(), newSignIn()];
  const back = await enter(browser, await browser.open(signInUrl(client, signIn)), person("Jonas"));
  await miAccess.restart();
  expect((await finish(client, signIn, back)).claims().name).toBe("Jonas Weber");
});

test("disabled credentials sign nobody in and end the sessions there are; both survive a restart", async () => {
  const miAccess = await miAccessForTest();
  const browser = makeBrowser();
  await enter(browser, await browser.open(miAccess.issuer), person("Mara"));
  const before = await (await miAccess.control("GET", "/_state")).json();
  expect(before).toMatchObject({ sessions: 1 });

  await miAccess.control("PUT", `/_identities/${person("Mara").username}`, { isEnabled: false });
  await miAccess.restart();
  const page = await browser.open(miAccess.issuer);
  expect(page.text).toContain("LOGIN");
  expect((await enter(browser, page, person("Mara"))).text).toContain("The username or password is incorrect.");

  await miAccess.control("PUT", `/_identities/${person("Mara").username}`, { isEnabled: true });
  expect((await enter(browser, page, person("Mara"))).text).toContain("Welcome, Mara");
});

test("the tester's controls want the client's credentials, show no secrets, and refuse what they do not know", async () => {
  const miAccess = await miAccessForTest();
  expect((await miAccess.control("GET", "/_state", undefined, "wrong")).status).toBe(401);
  const state = await (await miAccess.control("GET", "/_state")).text();
  expect(state).toContain("otto.blum@northwind.example");
  expect(state).not.toMatch(/password|digest|Northwind-Mara/i);
  expect((await miAccess.control("PUT", "/_identities/nobody@x.example", { isEnabled: true })).status).toBe(404);
  expect(await (await miAccess.control("PUT", `/_identities/${person("Otto").username}`, { isAdmin: true })).json()).toMatchObject({ error: { code: "unknown_field", field: "isAdmin" } });
});

test("faults on command: errors and an outage hit the provider, not the controls", async () => {
  const miAccess = await miAccessForTest();
  const discovery = `${miAccess.issuer}/.well-known/openid-configuration`;
  await miAccess.control("PUT", "/_faults", { errorRate: 1 });
  expect((await fetch(discovery)).status).toBe(503);
  await miAccess.control("PUT", "/_faults", { outage: true });
  await expect(fetch(discovery)).rejects.toThrow();
  await miAccess.control("PUT", "/_faults", {});
  expect((await fetch(discovery)).status).toBe(200);
});

test("two people in two browsers are told apart", async () => {
  const miAccess = await miAccessForTest();
  const client = await miAccess.relyingParty();
  const signedIn = await Promise.all(
    ["Mara", "Priya"].map(async (name) => {
      const [browser, signIn] = [makeBrowser(), newSignIn()];
      const back = await enter(browser, await browser.open(signInUrl(client, signIn)), person(name));
      expect(back.url).toContain(CALLBACK);
      return (await finish(client, signIn, back)).claims();
    }),
  );
  expect(signedIn.map((claims) => claims["organisation_name"])).toEqual(["Northwind Telecom", "Southgate Voice"]);
});

test("starting and signing in writes nothing to the console", async () => {
  const dataDir = await mkdtemp(join(tmpdir(), "miaccess-"));
  const program = `
    import { startMiAccess } from "#lib/simulators/miaccess/start.ts";
    const { issuer, close } = await startMiAccess({ host: "127.0.0.1", port: 0, dataDir: process.argv[1], clientId: "a", clientSecret: "b".repeat(32), redirectUris: ["${CALLBACK}"], portalSignInUrl: "${CALLBACK}" });
    await (await fetch(issuer)).text();
    await (await fetch(issuer + "/session/end")).text();
    await (await fetch(issuer + "/auth?client_id=nobody")).text();
    await close();`;
  const { stdout, stderr } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", program, dataDir], { cwd: process.cwd() });
  await rm(dataDir, { recursive: true, force: true });
  expect({ stdout, stderr }).toEqual({ stdout: "", stderr: "" });
});
