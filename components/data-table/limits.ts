/**
 * The limits of `lib/lists/schemas.ts`, once more: taken from there they would bring all of zod into the first page of
 * every list. A test holds both equal.
 */
export const PAGE_SIZES = [25, 50, 100, 200] as const;
export const DEFAULT_PAGE_SIZE = 50;
export const MAX_SEARCH_LENGTH = 100;
