/** The login id under which a user is known to every peer (SUP-03). */

export type PersonName = { email: string; firstName: string; lastName: string };

const SHORTEST = 2;
const LONGEST = 21;

/** Letters that decomposing does not turn into plain ones. */
const PLAIN: Record<string, string> = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i" };

/**
 * A login id nobody has yet: from the e-mail address's local part, else from the names; 2 to 21 ASCII characters without
 * "@", comma and space (SUP-03). Where it is taken it gets a number at its end.
 * @param taken login ids in lower case, of this account and of its peers
 */
export function loginIdFor(person: PersonName, taken: ReadonlySet<string>): string {
  const local = person.email.slice(0, Math.max(0, person.email.lastIndexOf("@")));
  const candidates = [local, `${person.firstName}.${person.lastName}`, person.lastName, person.firstName].map(plain);
  const wanted = (candidates.find((candidate) => candidate.length >= SHORTEST) ?? "user").slice(0, LONGEST);
  return taken.has(wanted) ? numbered(wanted, taken) : wanted;
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[^\x21-\x7e]/g, (letter) => PLAIN[letter] ?? "")
    .replace(/[^a-z0-9._-]/g, "")
    .replace(/^[._-]+|[._-]+$/g, "");
}

// Doubling, then halving, finds a free number in few steps even where thousands share a name.
function numbered(wanted: string, taken: ReadonlySet<string>): string {
  const candidate = (number: number) => `${wanted.slice(0, LONGEST - String(number).length)}${number}`;
  let used = 1;
  let free = 2;
  while (taken.has(candidate(free))) {
    used = free;
    free *= 2;
  }
  while (free - used > 1) {
    const middle = Math.floor((used + free) / 2);
    if (taken.has(candidate(middle))) used = middle;
    else free = middle;
  }
  return candidate(free);
}
