import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loginIdFor } from "#lib/provisioning/login-id.ts";

const nobody = new Set<string>();

describe("login ids", () => {
  test.each([
    ["ada.brandt@example.com", "Ada", "Brandt", "ada.brandt"],
    ["Jürgen.Groß@example.com", "Jürgen", "Groß", "jurgen.gross"],
    ["søren+home@example.com", "Søren", "Ærø", "sorenhome"],
    ["x@example.com", "Xi", "Li", "xi.li"],
    ["山田@example.com", "太郎", "Yamada", "yamada"],
    ["山田@example.com", "太郎", "山田", "user"],
    ["", "", "", "user"],
    ["a-very-long-address-of-somebody@example.com", "A", "B", "a-very-long-address-o"],
  ])("%s, %s %s becomes %s", (email, firstName, lastName, loginId) => {
    expect(loginIdFor({ email, firstName, lastName }, nobody)).toBe(loginId);
  });

  test("a taken one gets a number, within the same length", () => {
    const person = { email: "a-very-long-address-of-somebody@example.com", firstName: "", lastName: "" };
    expect(loginIdFor(person, new Set(["a-very-long-address-o"]))).toBe("a-very-long-address-2");
  });

  test("every one has 2 to 21 characters without @, comma and space, and is nobody else's, however many share a name", () => {
    const text = fc.string({ unit: "binary", maxLength: 30 });
    const person = fc.record({ email: fc.oneof(text, fc.emailAddress()), firstName: text, lastName: text });
    fc.assert(
      fc.property(fc.array(person, { maxLength: 5 }), fc.nat({ max: 50 }), (people, copies) => {
        const taken = new Set<string>();
        for (const one of [...people, ...Array.from({ length: copies }, () => people[0] ?? { email: "", firstName: "", lastName: "" })]) {
          const loginId = loginIdFor(one, taken);
          expect(loginId).toMatch(/^[!-+\--?A-~]{2,21}$/);
          expect(taken.has(loginId)).toBe(false);
          taken.add(loginId);
        }
      }),
    );
  });
});
