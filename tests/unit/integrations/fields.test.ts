import { describe, expect, test } from "vitest";
import { initialValues, isAsked, shapeOf, tidyValues } from "#lib/integrations/fields.ts";
import type { FieldDeclaration, SettingValues, TextFormat } from "#lib/integrations/fields.ts";
import { definitionOf } from "#lib/integrations/registry.ts";

const whole = { draft: false, keptSecrets: [] };
const problems = (fields: readonly FieldDeclaration[], values: SettingValues, options: Parameters<typeof shapeOf>[1] = whole) =>
  shapeOf(fields, options).safeParse({ ...initialValues(fields), ...values }).error?.issues.map(({ path }) => path.join(".")) ?? [];

test("what is required may be missing from a draft alone, and a secret that is stored already", () => {
  const { fields } = definitionOf("twilio").settings!;
  expect(problems(fields, {})).toEqual(["name", "accountSid", "authToken"]);
  expect(problems(fields, {}, { draft: true, keptSecrets: [] })).toEqual([]);
  expect(problems(fields, { name: "SMS", accountSid: `AC${"0".repeat(32)}` }, { draft: false, keptSecrets: ["authToken"] })).toEqual([]);
});

test("UNIFY-06 with a pre-existing tenant the API key alone is asked, and what else was typed is not kept", () => {
  const { fields } = definitionOf("unify_phone").settings!;
  const named = (name: string) => fields.find((field) => field.name === name)!;
  expect(isAsked(named("apiKey"), { isExistingTenant: false })).toBe(false);
  expect(isAsked(named("tenantName"), { isExistingTenant: true })).toBe(false);
  expect(problems(fields, { isExistingTenant: true })).toEqual(["apiKey"]);
  expect(problems(fields, { isExistingTenant: false })).toEqual([]);
  expect(tidyValues(fields, { ...initialValues(fields), isExistingTenant: true, apiKey: "k", tenantName: "Ballad" })).toMatchObject({ apiKey: "k", tenantName: "" });
});

describe("formats, also of a draft", () => {
  const PEM = "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n";
  const cases: [TextFormat, good: string[], bad: string[]][] = [
    ["email", ["ada@ballad.example"], ["ada", "a@b@c"]],
    ["web_address", ["https://idp.example/sso", "http://idp.example"], ["idp.example", "ftp://idp.example", "javascript:alert(1)"]],
    ["ip_address", ["192.168.10.20", "2001:db8::1"], ["192.168.10.256", "host"]],
    ["digits", ["2200", "+4940123"], ["22a", "+", "22 00"]],
    ["phone_number", ["040 123-456"], ["040abc"]],
    ["uuid", ["12345678-90ab-cdef-1234-567890abcdef"], ["12345678"]],
    ["twilio_account_sid", [`AC${"0a".repeat(16)}`], ["AC123", `SK${"0".repeat(32)}`]],
    ["pem", [PEM, PEM + PEM], ["-----BEGIN CERTIFICATE-----", "MIIB", `${PEM}rest`]],
  ];
  test.each(cases)("%s", (format, good, bad) => {
    const fields: FieldDeclaration[] = [{ name: "it", label: "It", kind: "text", format }];
    for (const it of [...good, ""]) expect(problems(fields, { it }, { draft: true, keptSecrets: [] }), it).toEqual([]);
    for (const it of bad) expect(problems(fields, { it }, { draft: true, keptSecrets: [] }), it).toEqual(["it"]);
  });

  test("a choice and a time zone are of their lists", () => {
    const { fields } = definitionOf("mitel_voice_assist").settings!;
    expect(problems(fields, { number: "2200", timeZone: "Europe/Berlin", recipe: "directory" })).toEqual([]);
    expect(problems(fields, { number: "2200", timeZone: "Europe/Nowhere", recipe: "cake" })).toEqual(["timeZone", "recipe"]);
  });
});
