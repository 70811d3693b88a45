/** Who can sign in to MiAccess: the demo people, and the directory that keeps them with their passwords' digests. */
import { z } from "zod";
import { type Collection, openCollection } from "../kit/collection.ts";
import type { Database } from "../kit/database.ts";
import { digestSecret, matchesDigest, openSecrets } from "../kit/secrets.ts";

export type Identity = {
  /** Never changes and is never given to anybody else (OpenID Connect Core 8). */
  sub: string;
  /** In lower case; what is typed may be in upper case. */
  username: string;
  email: string;
  givenName: string;
  familyName: string;
  organisationId: string;
  organisationName: string;
  /** Whether the person may use Mitel Administration (LOGIN-04). */
  cloudLinkPolicy: boolean;
  /** Whether the credentials are taken at all (LOGIN-10). */
  isEnabled: boolean;
};

export type DemoIdentity = Identity & { password: string };

const NORTHWIND = { organisationId: "100214", organisationName: "Northwind Telecom", isEnabled: true };
const SOUTHGATE = { organisationId: "100731", organisationName: "Southgate Voice", isEnabled: true };

/** The people of a fresh MiAccess: two organisations, a second person in one of them, and one without the CloudLink policy. */
export const DEMO_IDENTITIES: DemoIdentity[] = [
  { ...NORTHWIND, sub: "mia-50101", username: "mara.lindqvist@northwind.example", email: "mara.lindqvist@northwind.example", givenName: "Mara", familyName: "Lindqvist", cloudLinkPolicy: true, password: "Northwind-Mara-1" },
  { ...NORTHWIND, sub: "mia-50102", username: "jonas.weber@northwind.example", email: "jonas.weber@northwind.example", givenName: "Jonas", familyName: "Weber", cloudLinkPolicy: true, password: "Northwind-Jonas-1" },
  { ...SOUTHGATE, sub: "mia-50201", username: "priya.raman@southgate.example", email: "priya.raman@southgate.example", givenName: "Priya", familyName: "Raman", cloudLinkPolicy: true, password: "Southgate-Priya-1" },
  { ...NORTHWIND, sub: "mia-50103", username: "otto.blum@northwind.example", email: "otto.blum@northwind.example", givenName: "Otto", familyName: "Blum", cloudLinkPolicy: false, password: "Northwind-Otto-1" },
];

/** What a tester may change of an identity. */
export const IdentityChanges = z.strictObject({ cloudLinkPolicy: z.boolean(), isEnabled: z.boolean() }).partial();

export type Directory = {
  /** The person whose user name and password these are; undefined when they are not, or no longer, good. */
  verify(username: string, password: string): Promise<Identity | undefined>;
  /** An identity that may sign in. */
  findBySub(sub: string): Identity | undefined;
  /** Gives the changed identity, or undefined where there is none of this name. */
  change(username: string, changes: z.output<typeof IdentityChanges>): Identity | undefined;
  all(): Identity[];
};

/** Opens the directory and puts the demo people into a new one. */
export async function openDirectory(database: Database): Promise<Directory> {
  const identities = openCollection<Identity>(database, { name: "identities", key: "username", indexed: ["sub"] });
  const secrets = openSecrets(database);
  const digests = new Map(await Promise.all(DEMO_IDENTITIES.map(async ({ sub, password }) => [sub, await digestSecret(password)] as const)));
  database.seedOnce(() => {
    for (const { password: _, ...identity } of DEMO_IDENTITIES) {
      identities.add(identity);
      secrets.set(identity.sub, digests.get(identity.sub) ?? "");
    }
  });
  // Compared with when nobody has the name, so that an answer takes as long for a name that does not exist.
  const nobodysDigest = await digestSecret(crypto.randomUUID());

  return {
    async verify(username, password) {
      const identity = identities.get(username.trim().toLowerCase());
      const isRight = await matchesDigest(password, (identity && secrets.get(identity.sub)) ?? nobodysDigest);
      return isRight && identity?.isEnabled ? identity : undefined;
    },
    findBySub: (sub) => enabledBySub(identities, sub),
    change(username, changes) {
      const identity = identities.get(username);
      if (!identity) return undefined;
      const changed = { ...identity, ...changes };
      identities.replace(username, changed);
      return changed;
    },
    all: () => identities.all(),
  };
}

function enabledBySub(identities: Collection<Identity>, sub: string): Identity | undefined {
  return identities.findBy("sub", sub).find(({ isEnabled }) => isEnabled);
}

/** First and last name together. */
export function fullName({ givenName, familyName }: Identity): string {
  return `${givenName} ${familyName}`;
}
