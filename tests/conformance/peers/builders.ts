/** Things to give to a peer, complete and valid; a test overrides what it is about. */
import type { ClientAccount, Employee, PbxPhone, PbxUser, TeleworkerSet } from "#lib/provisioning/adapters/adapter.ts";

const ONES = { day: 1, night1: 1, night2: 1 };

let count = 0;

/** A word that was not used before in this run, also not against a peer that other runs have used. */
export function unique(word: string): string {
  count += 1;
  return `${word}${process.pid % 10_000}x${count}`;
}

export const newKey = (): string => crypto.randomUUID();

export function aUser(overrides: Partial<PbxUser> = {}): PbxUser {
  return {
    loginId: unique("gandhin"),
    firstName: "Neha",
    lastName: "Gandhi",
    email: "neha.gandhi@example.test",
    department: "Sales",
    location: "Ottawa",
    ...overrides,
  };
}

/** A desk phone. */
export function aPhone(overrides: Partial<PbxPhone> & Pick<PbxPhone, "number" | "loginId">): PbxPhone {
  return {
    isPrimary: false,
    serviceLabel: "Desk Phone",
    phoneType: "Mitel PBX Phone",
    deviceType: "5320 IP",
    macAddress: null,
    protocol: "MINET",
    hotDeskingUser: false,
    acdAgent: false,
    enableSipSoftphone: false,
    externalHotDeskLicense: false,
    preferredSet: "No Device",
    private: false,
    secondaryElement: null,
    didServiceNumber: null,
    useAsOutgoingDid: false,
    cesid: null,
    serviceLevel: "Full",
    zoneId: 1,
    callCoverageServiceNumber: 1,
    classOfService: ONES,
    classOfRestriction: ONES,
    ...overrides,
  };
}

/** A hot desk phone of an ACD agent that speaks MiNET. */
export function anAgentPhone(overrides: Partial<PbxPhone> & Pick<PbxPhone, "number" | "loginId">): PbxPhone {
  return aPhone({ deviceType: null, hotDeskingUser: true, acdAgent: true, ...overrides });
}

export function aSet(overrides: Partial<TeleworkerSet> = {}): TeleworkerSet {
  return { sipUserName: unique("smithj-"), number: "7328", description: "John Smith", sipPassword: "Str0ng-enough", ...overrides };
}

export function anAccount(overrides: Partial<ClientAccount> = {}): ClientAccount {
  return {
    userName: unique("gandhin"),
    firstName: "Neha",
    lastName: "Gandhi",
    email: "neha.gandhi@example.test",
    uccBundle: "UCC Standard User for Enterprise (V4.0)",
    featureProfile: "UCC (V4.0) Standard",
    userProfile: "Default User Profile",
    deskPhoneExtension: null,
    softPhoneExtension: null,
    miTeamClassic: false,
    idsManageable: true,
    ...overrides,
  };
}

export function anEmployee(overrides: Partial<Employee> = {}): Employee {
  return { loginId: unique("gandhin"), firstName: "Neha", lastName: "Gandhi", email: "neha.gandhi@example.test", ...overrides };
}
