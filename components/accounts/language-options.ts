import { LOCALES } from "#lib/messages/languages.ts";

/** The languages an account can have, each in its own name: the same as in the language menu (OP1-06). */
export const LANGUAGE_OPTIONS = LOCALES.map(({ code, name }) => ({ value: code, label: name }));
