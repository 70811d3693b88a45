import { expect, test } from "vitest";
import * as browser from "#components/data-table/limits.ts";
import { DEFAULT_PAGE_SIZE, MAX_SEARCH_LENGTH, PAGE_SIZES } from "#lib/lists/schemas.ts";

test("the browser's copy of the limits of lists is the server's", () => {
  expect({ ...browser }).toEqual({ DEFAULT_PAGE_SIZE, MAX_SEARCH_LENGTH, PAGE_SIZES });
});
