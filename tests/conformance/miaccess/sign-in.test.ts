import { expect, test } from "vitest";
import { makeBrowser } from "./browser.ts";
import { CALLBACK, SIGN_IN_START, credentials, enter, finish, miAccessForTest, newSignIn, person, signInUrl } from "./miaccess-under-test.ts";

test("the code flow with PKCE, state and nonce tells who signed in, in the ID token and at the userinfo address", async () => {
  const miAccess = await miAccessForTest();
  const client = await miAccess.relyingParty();
  const [browser, signIn] = [makeBrowser(), newSignIn()];
  const loginPage = await browser.open(signInUrl(client, signIn));
  const back = await enter(browser, loginPage, person("Mara"));
  expect(back.url.startsWith(`${CALLBACK}?`)).toBe(true);
  const tokens = await finish(client, signIn, back);
  const who = {
    sub: person("Mara").subject,
    name: "Mara Lindqvist",
    given_name: "Mara",
    family_name: "Lindqvist",
    email: "mara.lindqvist@northwind.example",
    email_verified: true,
    organisation_id: person("Jonas").organisationId,
    organisation_name: "Northwind Telecom",
    cloudlink_policy: true,
  };
  expect(tokens.claims()).toMatchObject({ ...who, iss: miAccess.issuer, aud: client.metadata.client_id, nonce: signIn.nonce });
  expect(await client.userinfo(tokens)).toEqual(who);
  expect(tokens.refresh_token).toBeUndefined();
});

test("the sign-in page asks for a username and a password with a button LOGIN, without script or foreign content", async () => {
  const miAccess = await miAccessForTest();
  const browser = makeBrowser();
  const page = await browser.open(signInUrl(await miAccess.relyingParty(), newSignIn()));
  expect(page.text).toMatch(/<label for="username">Username<\/label>/);
  expect(page.text).toMatch(/<label for="password">Password<\/label>/);
  expect(page.text).toMatch(/<button[^>]*>LOGIN<\/button>/);
  expect(page.text).not.toMatch(/<script|<style|style=|https?:\/\//);
  const response = await fetch(miAccess.issuer, { redirect: "manual" });
  expect(response.headers.get("content-security-policy")).toMatch(/default-src 'none'.*script-src 'self'.*frame-ancestors 'none'/);
  expect(response.headers.get("content-security-policy")).not.toContain("unsafe");
});

test("wrong credentials get one neutral answer, whichever of the two is wrong; the username stays, the password does not", async () => {
  const miAccess = await miAccessForTest();
  const browser = makeBrowser();
  const page = await browser.open(signInUrl(await miAccess.relyingParty(), newSignIn()));
  const answers = [
    await enter(browser, page, { username: person("Mara").username, password: "wrong-1" }),
    await enter(browser, page, { username: 'nobody"><b>@x.example', password: person("Mara").password }),
  ];
  for (const answer of answers) {
    expect(new URL(answer.url).origin).toBe(miAccess.issuer);
    expect(answer.text).toContain("The username or password is incorrect.");
    expect(answer.text).not.toContain("wrong-1");
    expect(answer.text).not.toContain("<b>");
  }
  expect(answers[0]?.text).toContain(`value="${person("Mara").username}"`);
  const retried = await enter(browser, answers[0] ?? page, { ...person("Mara"), username: " Mara.Lindqvist@Northwind.example " });
  expect(retried.url).toContain(CALLBACK);
});

test("a sign-in without PKCE, or with a challenge that is the verifier itself, is refused", async () => {
  const miAccess = await miAccessForTest();
  const client = await miAccess.relyingParty();
  const without = await makeBrowser().open(client.authorizationUrl({ scope: "openid", state: "s" }));
  expect(Object.fromEntries(new URL(without.url).searchParams)).toMatchObject({ error: "invalid_request", state: "s", error_description: expect.stringContaining("PKCE") });
  const plain = await makeBrowser().open(signInUrl(client, newSignIn(), { code_challenge_method: "plain" }));
  expect(new URL(plain.url).searchParams.get("error")).toBe("invalid_request");
});

test("a code is good once, for who holds the verifier, and at the address it was issued for", async () => {
  const miAccess = await miAccessForTest();
  const client = await miAccess.relyingParty();
  const [browser, signIn] = [makeBrowser(), newSignIn()];
  const back = await enter(browser, await browser.open(signInUrl(client, signIn)), person("Priya"));
  await expect(finish(client, { ...signIn, code_verifier: newSignIn().code_verifier }, back)).rejects.toMatchObject({ error: "invalid_grant" });
  const again = newSignIn();
  const second = await browser.open(signInUrl(client, again));
  await finish(client, again, second);
  await expect(finish(client, again, second)).rejects.toMatchObject({ error: "invalid_grant" });
});

test("an address that is not registered is never sent to", async () => {
  const miAccess = await miAccessForTest();
  const client = await miAccess.relyingParty();
  for (const redirectUri of ["http://evil.example/", `${CALLBACK}/more`, `${CALLBACK}?x=1`]) {
    const visit = await makeBrowser().open(signInUrl(client, newSignIn(), { redirect_uri: redirectUri }));
    expect(new URL(visit.url).origin).toBe(miAccess.issuer);
    expect(visit.status).toBe(400);
    expect(visit.text).not.toContain("evil.example");
  }
});

test("a wrong client secret gets no token", async () => {
  const miAccess = await miAccessForTest();
  const client = await miAccess.relyingParty();
  const [browser, signIn] = [makeBrowser(), newSignIn()];
  const back = await enter(browser, await browser.open(signInUrl(client, signIn)), person("Mara"));
  const impostor = await miAccess.relyingParty("another-secret");
  await expect(finish(impostor, signIn, back)).rejects.toMatchObject({ error: "invalid_client" });
});

test("a form sent from another site, or without the cookie of its sign-in, signs nobody in", async () => {
  const miAccess = await miAccessForTest();
  const browser = makeBrowser();
  const page = await browser.open(signInUrl(await miAccess.relyingParty(), newSignIn()));
  expect(await browser.submit(page, credentials("Mara"), { origin: "http://evil.example" })).toMatchObject({ status: 403 });
  expect(await makeBrowser().submit(page, credentials("Mara"))).toMatchObject({ status: 400, text: expect.stringContaining("has expired") });
});

test("LOGIN-04 the home page lists Mitel Administration for holders of the CloudLink policy only, and the portal then needs no second login", async () => {
  const miAccess = await miAccessForTest();
  const browser = makeBrowser();
  const home = await enter(browser, await browser.open(miAccess.issuer), person("Mara"));
  const left = /<nav[^>]*>(.*?)<\/nav>/s.exec(home.text)?.[1];
  expect(left).toContain(`<a href="${SIGN_IN_START}">Mitel Administration</a>`);

  const client = await miAccess.relyingParty();
  const signIn = newSignIn();
  const straightBack = await browser.open(signInUrl(client, signIn));
  expect((await finish(client, signIn, straightBack)).claims().sub).toBe(person("Mara").subject);

  const others = makeBrowser();
  const without = await enter(others, await others.open(miAccess.issuer), person("Otto"));
  expect(without.text).toContain("Otto Blum");
  expect(without.text).not.toContain("Mitel Administration");
});

test("LOGIN-04 taking the CloudLink policy away takes the entry away, giving it brings it back", async () => {
  const miAccess = await miAccessForTest();
  const browser = makeBrowser();
  await enter(browser, await browser.open(miAccess.issuer), person("Jonas"));
  for (const cloudLinkPolicy of [false, true]) {
    expect((await miAccess.control("PUT", `/_identities/${person("Jonas").username}`, { cloudLinkPolicy })).status).toBe(200);
    expect((await browser.open(miAccess.issuer)).text.includes("Mitel Administration")).toBe(cloudLinkPolicy);
  }
});
