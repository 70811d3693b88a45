import { expect, test } from "vitest";
import { describeProblem } from "#lib/imports/describe-problem.ts";
import { ROW_PROBLEMS } from "#lib/imports/schemas.ts";

test("a duplicate names the other rows, and of many the first five", () => {
  const words = (rows: number[]) => describeProblem("email_duplicate", rows).message;
  expect(words([3])).toBe("The same address is in row 3.");
  expect(words([3, 8, 12])).toBe("The same address is in rows 3, 8, and 12.");
  expect(words([2, 3, 4, 5, 6, 7])).toBe("The same address is in rows 2, 3, 4, 5, 6, and others.");
});

test("every problem has a cell and a sentence", () => {
  for (const code of ROW_PROBLEMS) expect(describeProblem(code, [4])).toEqual({ code, field: expect.stringMatching(/Name|name|email|role/), message: expect.stringMatching(/^[A-Z].*\.$/) });
});
