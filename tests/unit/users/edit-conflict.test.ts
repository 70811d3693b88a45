import { expect, test } from "vitest";
import { conflictBetween } from "#components/users/edit-conflict.ts";

const base = { name: "Ada Brandt", firstName: "Ada", lastName: "Brandt", email: "ada@ballad.example", mobileNumber: "", smsNumber: "", username: "", role: "user" as const };

test("fields that only the other one changed are taken over, fields both changed are laid side by side", () => {
  const current = { ...base, lastName: "Berg", mobileNumber: "+49 170 1", modifiedBy: "Emeka Nwosu" };
  expect(conflictBetween(base, current, { lastName: "Blau", firstName: "Adela" })).toEqual({
    by: "Emeka Nwosu",
    theirs: [{ field: "mobileNumber", value: "+49 170 1" }],
    both: [{ field: "lastName", mine: "Blau", theirs: "Berg" }],
  });
});

test("two who made the same change do not differ", () => {
  const current = { ...base, lastName: "Berg", modifiedBy: "" };
  expect(conflictBetween(base, current, { lastName: "Berg" })).toEqual({ by: "", theirs: [], both: [] });
});
