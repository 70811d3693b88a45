/** What becomes of each license that a MiCollab server has assigned or withdrawn. Pure. */
import type { MeetingsLicence } from "#lib/provisioning/adapters/cloudlink.ts";

export type UserOfServer = { userId: string; name: string; email: string; loginId: string | null };

type Situation = {
  given: readonly MeetingsLicence[];
  /** The users to whom the server had assigned one when it was asked last. */
  before: readonly string[];
  /** The users of the account whom any of these are about. */
  users: readonly UserOfServer[];
  /** Those of them who have a license. */
  holders: ReadonlySet<string>;
  /** How many the account owns beyond those that are assigned; negative where it has too few already. */
  free: number;
};

type Sorted = {
  /** Assigned by the server, and had by the user after this. */
  kept: UserOfServer[];
  /** Of those: to be given now. */
  taken: UserOfServer[];
  withdrawn: UserOfServer[];
  /** More than the account owns. */
  refused: UserOfServer[];
  /** By their names on the server. */
  unknown: string[];
};

/** Whoever was assigned a license first has it first; a user is known by the name of the client account, else by the address. */
export function sortLicenses({ given, before, users, holders, free }: Situation): Sorted {
  const byLogin = new Map(users.map((user) => [user.loginId ?? "", user]));
  const byEmail = new Map(users.map((user) => [user.email, user]));
  const unknown: string[] = [];
  const meant = new Map<string, UserOfServer>();
  for (const { userName, email } of given.toSorted((a, b) => a.assignedAt.localeCompare(b.assignedAt))) {
    const user = byLogin.get(userName) ?? (email === "" ? undefined : byEmail.get(email.toLowerCase()));
    if (user) meant.set(user.userId, user);
    else unknown.push(userName);
  }
  const had = new Set(before);
  const withdrawn = users.filter(({ userId }) => had.has(userId) && !meant.has(userId) && holders.has(userId));
  const [holding, lacking] = [[...meant.values()].filter(({ userId }) => holders.has(userId)), [...meant.values()].filter(({ userId }) => !holders.has(userId))];
  const room = Math.max(0, free + withdrawn.length);
  const taken = lacking.slice(0, room);
  return { kept: [...holding, ...taken], taken, withdrawn, refused: lacking.slice(room), unknown };
}
