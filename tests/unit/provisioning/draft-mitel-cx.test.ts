import { expect, test } from "vitest";
import { desiredState } from "#lib/provisioning/desired-state.ts";
import { draftMitelCx } from "#lib/provisioning/draft-mitel-cx.ts";
import { resource } from "#lib/provisioning/resources.ts";
import { aPerson, aTemplate, someChoices, somePeers, aWorld } from "./builders.ts";

const employee = resource("micc.employee", { loginId: "abrandt", firstName: "Ada", lastName: "Brandt", email: "ada@example.com" });
const user = { id: "u1", name: "Ada Brandt", person: aPerson(), services: [] };

test("CX-05 Mitel CX alone is the employee and nothing of a PBX", () => {
  const { users, forAll } = draftMitelCx([user], aWorld({ peers: somePeers({ mivb: null, mbg: null, micollab: null }) }));
  expect(forAll).toEqual([]);
  expect(users).toMatchObject([{ desired: [employee], steps: [{ action: "create", kind: "micc.employee" }], problems: [] }]);
});

test("CX-09 an employee that is there is changed, or left alone where nothing differs", () => {
  const named = (lastName: string) => resource("micc.employee", { ...employee.attributes, lastName });
  const stepsWith = (found: typeof employee) => draftMitelCx([user], aWorld({ resources: [found] })).users[0]!.steps;
  expect(stepsWith(named("Byron"))).toMatchObject([{ action: "update", changes: { lastName: { before: "Byron", after: "Brandt" } } }]);
  expect(stepsWith(employee)).toEqual([]);
});

test("CX-09 with MiVoice Business the employee is made for somebody without an agent too", () => {
  const kinds = (mitelCx: boolean) => desiredState(aPerson(), aTemplate({ acdAgent: false }), { primary: "2201" }, someChoices({ contactCenter: false, mitelCx })).map(({ kind }) => kind);
  expect(kinds(true)).toContain("micc.employee");
  expect(kinds(false)).not.toContain("micc.employee");
});
