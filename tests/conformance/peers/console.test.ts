/** The console and the controls of a simulated peer: who may see them, and what they never show. */
import { beforeEach, describe, expect, test } from "vitest";
import { connectMicollab } from "#lib/provisioning/adapters/micollab.ts";
import { connectMivb } from "#lib/provisioning/adapters/mivb.ts";
import { anAccount, aUser, newKey } from "./builders.ts";
import { type Simulator, simulatorForTest } from "./simulators.ts";

let mivb: Simulator;

beforeEach(async () => {
  mivb = await simulatorForTest("mivb");
});

describe("credentials", () => {
  test.each(["/", "/_state", "/_faults", "/_settings", "/api/v1/info", "/api/v1/phones", "/no/such/address"])("%s is closed without them", async (path) => {
    for (const authorization of ["", "Basic", "Basic !!!", `Basic ${btoa("tester:wrong")}`, `Basic ${btoa("tester:Simulated-7-peers ")}`, "Bearer x"]) {
      const answer = await mivb.call("GET", path, undefined, { authorization });
      expect(answer.status).toBe(401);
      expect(answer.body).toEqual({ error: { code: "unauthorized", message: "The user name or the password is wrong." } });
      expect(answer.headers.get("www-authenticate")).toContain("Basic realm=");
    }
  });

  test("a write that another site's page makes the browser send is refused, one of the console's own is taken", async () => {
    const foreign = await mivb.call("PUT", "/_faults", { outage: true }, { origin: "https://evil.example" });
    expect(foreign.body).toMatchObject({ error: { code: "foreign_origin" } });
    const form = { "content-type": "application/x-www-form-urlencoded" };
    expect((await mivb.call("POST", "/_outage", "outage=on", { ...form, origin: "null" })).status).toBe(403);
    const own = await mivb.call("POST", "/_outage", "outage=on", { ...form, origin: mivb.connection.baseUrl });
    expect([own.status, own.headers.get("location")]).toEqual([303, "/"]);
    expect((await mivb.call("GET", "/_faults")).body).toMatchObject({ outage: true });
  });
});

describe("the console", () => {
  test("lists with counts and search, and goes on from page to page", async () => {
    const adapter = connectMivb(mivb.connection);
    for (let index = 0; index < 60; index += 1) {
      await adapter.createUser(aUser({ loginId: `user${String(index).padStart(2, "0")}`, lastName: index === 7 ? "100%_odd" : "Gandhi" }), newKey());
    }
    const first = (await mivb.call("GET", "/?list=users")).text;
    expect(first).toContain("Users (60)");
    expect(first).toContain("<td>user49</td>");
    expect(first).not.toContain("<td>user50</td>");
    const next = /href="([^"]*after=[^"]*)"/.exec(first)?.[1]?.replaceAll("&amp;", "&") ?? "";
    expect((await mivb.call("GET", next)).text).toContain("<td>user50</td>");
    const found = (await mivb.call("GET", `/?list=users&search=${encodeURIComponent("%_")}`)).text;
    expect(found).toContain("Users: 1 matching");
    expect(found).toContain("<td>user07</td>");
    expect((await mivb.call("GET", "/?list=users&search=nobody")).text).toContain("Nothing matches");
  });

  test("escapes what it shows and runs no script", async () => {
    await connectMivb(mivb.connection).createUser(aUser({ lastName: `<script>alert("x")</script>` }), newKey());
    const { text, headers } = await mivb.call("GET", `/?list=users&search=${encodeURIComponent(`"><img src=x>`)}`);
    const users = (await mivb.call("GET", "/?list=users")).text;
    expect(users).toContain("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;");
    expect(`${text}${users}`).not.toMatch(/<script>|<img/);
    expect(headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(headers.get("referrer-policy")).toBe("same-origin");
  });

  test("shows an outage and stays reachable during it", async () => {
    await mivb.setFaults({ outage: true, latencyMs: 250 });
    const { text } = await mivb.call("GET", "/");
    expect(text).toContain("Outage: requests get no answer.");
    expect(text).toContain("250 ms latency");
  });

  test("neither it nor the state ever shows a secret", async () => {
    const micollab = await simulatorForTest("micollab");
    const adapter = connectMicollab(micollab.connection);
    const { userName } = anAccount();
    await adapter.createClientAccount(anAccount({ userName, password: "Welc0me-1" }), newKey());
    await adapter.deploy(userName, "default", "471147114711", newKey());
    const shown = await Promise.all(["/", "/?list=deployments", "/?list=redirects", "/_state", "/_settings"].map(async (path) => (await micollab.call("GET", path)).text));
    expect(shown.join()).not.toMatch(/Welc0me-1|471147114711|digest/);
  });
});

describe("requests that make no sense", () => {
  test.each([
    ["no JSON", "{", 400, "bad_json"],
    ["no object", '"text"', 422, "missing_body"],
    ["nothing", "", 422, "missing_body"],
    ["a field that does not exist", '{"loginId":"ab","lastName":"x","admin":true}', 422, "unknown_field"],
    ["a missing field", '{"lastName":"x"}', 422, "missing_field"],
    ["too much", `"${"x".repeat(20_000_000)}"`, 413, "too_large"],
  ])("%s is refused with its reason", async (_name, body, status, code) => {
    const answer = await mivb.call("POST", "/api/v1/users", body);
    expect([answer.status, (answer.body as { error: { code: string } }).error.code]).toEqual([status, code]);
    expect((await mivb.call("GET", "/api/v1/users")).body).toEqual({ items: [], next: null });
  });

  test("an address that does not exist, a limit out of bounds and an endless key are refused", async () => {
    expect((await mivb.call("GET", "/api/v1/trunks")).body).toMatchObject({ error: { code: "no_such_address" } });
    expect((await mivb.call("GET", "/api/v1/phones/%E0%A4%A")).body).toMatchObject({ error: { code: "no_such_address" } });
    expect((await mivb.call("GET", "/api/v1/users?limit=1001")).body).toMatchObject({ error: { field: "limit" } });
    expect((await mivb.call("POST", "/api/v1/users", {}, { "idempotency-key": "x".repeat(201) })).body).toMatchObject({ error: { code: "bad_idempotency_key" } });
  });
});
