/** Who can sign in to MiAccess: the demo people, and the directory that keeps them with their passwords' digests. */
import { z } from "zod";
import { openCollection } from "../kit/collection.ts";
import type { Database } from "../kit/database.ts";
import { digestSecret, matchesDigest, openSecrets } from "../kit/secrets.ts";

export type Identity = {
  /** Never changes and is never given to anybody else (OpenID Connect Core 8). */
  subject: string;
  /** In lower case; what is typed may be in upper case. */
  username: string;
  email: string;
  firstName: string;
  lastName: string;
  /** First and last name together. */
  name: string;
  organisationId: string;
  organisationName: string;
  /** Whether the person may use Mitel Administration (LOGIN-04). */
  cloudLinkPolicy: boolean;
  /** Whether the credentials are taken at all (LOGIN-10). */
  isEnabled: boolean;
};

export type DemoIdentity = Identity & { password: string };

const NORTHWIND = { organisationId: "100214", organisationName: "Northwind Telecom", domain: "northwind.example" };
const SOUTHGATE = { organisationId: "100731", organisationName: "Southgate Voice", domain: "southgate.example" };

/** The people of a fresh MiAccess: two organisations, several people in one of them, and one of these without the CloudLink policy. */
export const DEMO_IDENTITIES: DemoIdentity[] = [
  demoIdentity(NORTHWIND, { subject: "mia-50101", firstName: "Mara", lastName: "Lindqvist", cloudLinkPolicy: true, password: "Northwind-Mara-1" }),
  demoIdentity(NORTHWIND, { subject: "mia-50102", firstName: "Jonas", lastName: "Weber", cloudLinkPolicy: true, password: "Northwind-Jonas-1" }),
  demoIdentity(NORTHWIND, { subject: "mia-50104", firstName: "Lena", lastName: "Fischer", cloudLinkPolicy: true, password: "Northwind-Lena-1" }),
  demoIdentity(NORTHWIND, { subject: "mia-50105", firstName: "Yusuf", lastName: "Demir", cloudLinkPolicy: true, password: "Northwind-Yusuf-1" }),
  demoIdentity(SOUTHGATE, { subject: "mia-50201", firstName: "Priya", lastName: "Raman", cloudLinkPolicy: true, password: "Southgate-Priya-1" }),
  demoIdentity(NORTHWIND, { subject: "mia-50103", firstName: "Otto", lastName: "Blum", cloudLinkPolicy: false, password: "Northwind-Otto-1" }),
];

type Person = Pick<DemoIdentity, "subject" | "firstName" | "lastName" | "cloudLinkPolicy" | "password">;

function demoIdentity({ domain, ...organisation }: typeof NORTHWIND, person: Person): DemoIdentity {
  const email = `${person.firstName}.${person.lastName}@${domain}`.toLowerCase();
  return { ...person, ...organisation, name: `${person.firstName} ${person.lastName}`, username: email, email, isEnabled: true };
}

/** What a tester may change of an identity. */
export const IdentityChanges = z.strictObject({ cloudLinkPolicy: z.boolean(), isEnabled: z.boolean() }).partial();

export type Directory = {
  /** The person whose user name and password these are; undefined when they are not, or no longer, good. */
  verify(username: string, password: string): Promise<Identity | undefined>;
  /** An identity that may sign in. */
  findBySubject(subject: string): Identity | undefined;
  /** Gives the changed identity, or undefined where there is none of this name. */
  change(username: string, changes: z.output<typeof IdentityChanges>): Identity | undefined;
  all(): Identity[];
};

/** Opens the directory and puts the demo people into a new one. */
export async function openDirectory(database: Database): Promise<Directory> {
  const identities = openCollection<Identity>(database, { name: "identities", key: "username", indexed: ["subject"] });
  const secrets = openSecrets(database);
  const digests = new Map(await Promise.all(DEMO_IDENTITIES.map(async ({ subject, password }) => [subject, await digestSecret(password)] as const)));
  database.seedOnce(() => {
    for (const { password: _, ...identity } of DEMO_IDENTITIES) {
      identities.add(identity);
      secrets.set(identity.subject, digests.get(identity.subject) ?? "");
    }
  });
  // Compared with when nobody has the name, so that an answer takes as long for a name that does not exist.
  const nobodysDigest = await digestSecret(crypto.randomUUID());

  return {
    async verify(username, password) {
      const identity = identities.get(username.trim().toLowerCase());
      const isRight = await matchesDigest(password, (identity && secrets.get(identity.subject)) ?? nobodysDigest);
      return isRight && identity?.isEnabled ? identity : undefined;
    },
    findBySubject: (subject) => identities.findBy("subject", subject).find(({ isEnabled }) => isEnabled),
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
