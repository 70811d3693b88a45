import { expect, test } from "vitest";
import { parseFilter } from "#lib/scim/filter.ts";
import type { ScimRefusal } from "#lib/scim/refusal.ts";

const plain = (attribute: string, value: unknown, part: string | null = null) => ({ attribute, where: [], part, value });

test.each([
  ['userName eq "ada@ballad.example"', [plain("userName", "ada@ballad.example")]],
  ['USERNAME EQ "Ada"', [plain("USERNAME", "Ada")]],
  ['urn:ietf:params:scim:schemas:core:2.0:User:userName eq "a"', [plain("userName", "a")]],
  ['name.familyName eq "O\\"Hara"', [plain("name", 'O"Hara', "familyName")]],
  ["active eq True", [plain("active", true)]],
  ['(externalId eq "1") and (userName eq "a and b")', [plain("externalId", "1"), plain("userName", "a and b")]],
  ['emails[type eq "work" and primary eq true].value eq "a@b.example"', [{ attribute: "emails", where: [plain("type", "work"), plain("primary", true)], part: "value", value: "a@b.example" }]],
])("%s is understood", (filter, comparisons) => expect(parseFilter(filter)).toEqual(comparisons));

test.each(['userName sw "a"', 'userName eq "a" or active eq true', 'not (active eq true)', "userName", 'userName eq "a', "userName eq a", 'userName eq "a" and', '(userName eq "a"', 'emails[type eq "work"] eq "a"', "", 'userName pr', 'userName eq "\\x"'])(
  "%s is refused as a filter",
  (filter) => expect(() => parseFilter(filter)).toThrow(expect.objectContaining({ name: "ScimRefusal", scimType: "invalidFilter" }) as ScimRefusal),
);
