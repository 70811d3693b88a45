import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { numberOf, partsOf } from "#components/users/mobile-number.ts";
import { COUNTRIES } from "#lib/accounts/countries.ts";
import { callingCodes } from "#lib/users/calling-codes.ts";

const codes = callingCodes("en");
const parts = (number: string, usual: string | null = null) => partsOf(number, codes, usual);

describe("a mobile number in two parts", () => {
  test("the code belongs to the country that is usual here, where several share it, else to the longest code", () => {
    expect(parts("+49 170 1234567")).toEqual({ country: "DE", rest: "170 1234567" });
    expect(parts("+1 555 0100", "CA")).toEqual({ country: "CA", rest: "555 0100" });
    expect(parts("+353 85 1234567", "GB")).toEqual({ country: "IE", rest: "85 1234567" });
  });

  test("a number without a code belongs to no country, and none at all to the usual one", () => {
    expect(parts("0170 1234567", "DE")).toEqual({ country: null, rest: "0170 1234567" });
    expect(parts("", "DE")).toEqual({ country: "DE", rest: "" });
  });

  test("a code alone is no number; a number pasted with its code keeps it", () => {
    expect(numberOf("DE", "", codes)).toBe("");
    expect(numberOf("DE", "170 1234567", codes)).toBe("+49 170 1234567");
    expect(numberOf("DE", "+43 660 123", codes)).toBe("+43 660 123");
    expect(numberOf(null, "0170", codes)).toBe("0170");
  });

  test("what is typed comes back as it was typed, blanks at the end included", () => {
    fc.assert(
      fc.property(fc.constantFrom(...codes.map(({ country }) => country)), fc.stringMatching(/^[1-9][\d -]{0,12}$/), (country, rest) => {
        const number = numberOf(country, rest, codes);
        const back = parts(number, country);
        expect(numberOf(back.country, back.rest, codes)).toBe(number);
      }),
    );
  });
});

test("every country in which people are has one code", () => {
  const uninhabited = new Set(["AQ", "BV", "GS", "HM", "PN", "TF", "UM"]);
  expect(codes.map(({ country }) => country).toSorted()).toEqual([...COUNTRIES].filter((country) => !uninhabited.has(country)).toSorted());
});
