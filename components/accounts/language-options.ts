import { LANGUAGES } from "#lib/accounts/schemas.ts";

/** The languages an account can have, each in its own name (OP1-06). */
export const LANGUAGE_OPTIONS = Object.entries(LANGUAGES).map(([value, label]) => ({ value, label }));
