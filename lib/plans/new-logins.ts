/** Under which login id users become known to the systems, where they are not yet. */
import type { Db } from "#lib/db/client.ts";
import { loginIdFor } from "#lib/provisioning/login-id.ts";
import type { Problem } from "#lib/provisioning/problem.ts";
import { ofKind } from "#lib/provisioning/resources.ts";
import type { World } from "#lib/provisioning/world.ts";

export type UserToDraft = { id: string; name: string; firstName: string; lastName: string; email: string; loginId: string | null; username: string | null };

export type NewLogins = {
  logins: Map<string, string>;
  /** Users whose username can not become their login id, and why. */
  refused: Map<string, Problem[]>;
};

/**
 * Login ids for users who have none. A person whom the PBX or the contact center knows by the same address keeps that login;
 * a username that was entered becomes the login (USER-48); all others get a free one.
 */
export async function newLogins(db: Db, accountId: string, users: readonly UserToDraft[], world: World): Promise<NewLogins> {
  const logins = new Map<string, string>();
  const refused = new Map<string, Problem[]>();
  const without = users.filter((user) => user.loginId === null);
  if (without.length === 0) return { logins, refused };
  const stored = await db.user.findMany({ where: { accountId, OR: [{ loginId: { not: null } }, { username: { not: null } }] }, select: { id: true, loginId: true, username: true } });
  const onSystems = [...ofKind(world.resources, "micc.employee"), ...ofKind(world.resources, "mivb.user")].map(({ attributes }) => attributes);
  const byAddress = new Map(onSystems.filter(({ email }) => email !== "").map(({ email, loginId }) => [email.toLowerCase(), loginId]));
  const storedLogins = new Set(stored.flatMap(({ loginId }) => loginId ?? []));
  const present = new Set([...storedLogins, ...onSystems.map(({ loginId }) => loginId)].map((login) => login.toLowerCase()));
  // A username that somebody was given is theirs, though no system knows it yet.
  const taken = new Set([...present, ...stored.flatMap(({ username }) => username?.toLowerCase() ?? [])]);
  for (const user of without) {
    const address = byAddress.get(user.email);
    const own = address !== undefined && !storedLogins.has(address) ? address : undefined;
    const problem = user.username === null ? null : whyNotUsername(user.username, own, present);
    if (problem) {
      refused.set(user.id, [problem]);
      continue;
    }
    const loginId = user.username ?? own ?? loginIdFor(withNames(user), taken);
    taken.add(loginId.toLowerCase());
    logins.set(user.id, loginId);
  }
  return { logins, refused };
}

/** A username that a system knows already is refused, save where it is the name by which the systems know this very person. */
function whyNotUsername(username: string, own: string | undefined, present: ReadonlySet<string>): Problem | null {
  if (own !== undefined) return own === username ? null : { code: "username_differs", username, knownAs: own };
  return present.has(username.toLowerCase()) ? { code: "username_taken", username } : null;
}

/** First and last name, out of the display name where only that is known. */
export function withNames({ firstName, lastName, name, email }: Pick<UserToDraft, "name" | "firstName" | "lastName" | "email">): { firstName: string; lastName: string; email: string } {
  if (firstName || lastName) return { firstName, lastName: lastName || firstName, email };
  const words = name.split(" ");
  return { firstName: words.slice(0, -1).join(" "), lastName: words.at(-1) ?? name, email };
}
