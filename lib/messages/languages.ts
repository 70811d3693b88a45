/** Which languages there are and which one a reader gets. Safe for the browser, and pure. */

/**
 * The languages whose catalogue exists, each in its own name: the language menu and the "Default Language" of an account list
 * exactly these (OP1-06). `folder` holds the texts; what it lacks is said in English.
 */
export const LOCALES = [
  { code: "en-US", folder: "en", label: "EN (US)", name: "English (US)" },
  { code: "en-GB", folder: "en-GB", label: "EN (UK)", name: "English (UK)" },
  { code: "fr", folder: "fr", label: "FR", name: "Français" },
  { code: "de", folder: "de", label: "DE", name: "Deutsch" },
] as const;

export type Locale = (typeof LOCALES)[number]["code"];

export const LOCALE_CODES = LOCALES.map(({ code }) => code) as [Locale, ...Locale[]];

/** What may speak for a language: the first that names one of ours does. */
type Wishes = {
  /** What the signed-in person has chosen; empty while they have not. */
  own?: string | undefined;
  /** What was chosen in this browser. */
  remembered?: string | undefined;
  /** That of the person's account. */
  account?: string | undefined;
  /** The browser's own languages, as an Accept-Language header (RFC 9110 section 12.5.4). */
  accepted?: string | null | undefined;
};

/** The language in which somebody reads the portal (NAV-11). */
export function localeFor({ own, remembered, account, accepted }: Wishes): Locale {
  return [own, remembered, account].map(known).find((code) => code !== undefined) ?? acceptedLocale(accepted ?? "") ?? LOCALES[0].code;
}

function known(wanted: string | undefined): Locale | undefined {
  return LOCALE_CODES.find((code) => code === wanted);
}

/** The best of a browser's languages; one that we have for another country is taken as well, as French for "fr-CA". */
function acceptedLocale(header: string): Locale | undefined {
  const ranges = header.split(",").map((range) => {
    const [tag = "", weight] = range.trim().split(/\s*;\s*q=/);
    return { tag: tag.toLowerCase(), weight: weight === undefined ? 1 : Number(weight) };
  });
  const wanted = ranges.filter(({ weight }) => weight > 0).toSorted((a, b) => b.weight - a.weight);
  const matches = wanted.map(({ tag }) => LOCALE_CODES.find((code) => code.toLowerCase() === tag) ?? LOCALE_CODES.find((code) => languageOf(code) === languageOf(tag)));
  return matches.find((code) => code !== undefined);
}

function languageOf(tag: string): string {
  return tag.split("-")[0]!;
}
