/** What becomes of the licenses that the PBX has given, in the account (UNIFY-15). Pure. */
import type { License } from "./client.ts";

export type KnownUser = { userId: string; email: string; has: boolean };

export type SortedLicenses = {
  /** Users who are to get one, and to lose it. */
  given: string[];
  taken: string[];
  /** Addresses that no user of the account has. */
  unknown: string[];
  /** Addresses for which the service thinks otherwise of CloudLink Chat than the account does. */
  chat: { on: string[]; off: string[] };
};

/** @param users those of the account who have a license, or whose address the PBX has given one; addresses in lower case */
export function sortLicenses(licenses: readonly License[], users: readonly KnownUser[]): SortedLicenses {
  const licensed = new Set(licenses.map(({ email }) => email.toLowerCase()));
  const known = new Set(users.map(({ email }) => email));
  const isKnown = ({ email }: License) => known.has(email.toLowerCase());
  return {
    given: users.filter(({ email, has }) => !has && licensed.has(email)).map(({ userId }) => userId),
    taken: users.filter(({ email, has }) => has && !licensed.has(email)).map(({ userId }) => userId),
    unknown: licenses.filter((license) => !isKnown(license)).map(({ email }) => email),
    chat: { on: licenses.filter((license) => isKnown(license) && !license.chat).map(({ email }) => email), off: licenses.filter((license) => !isKnown(license) && license.chat).map(({ email }) => email) },
  };
}
