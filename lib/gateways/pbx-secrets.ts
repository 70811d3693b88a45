/** The passwords by which a gateway is let into the PBX: sealed where they are stored, and opened for nobody but the gateway. */
import { sealKey } from "#lib/crypto/seal-key.ts";
import { seal, unseal } from "#lib/crypto/seal.ts";
import { invalid } from "#lib/operations/errors.ts";
import type { PbxDefinition } from "#lib/provisioning/adapters/cloudlink-gateway.ts";
import { PBX_SECRETS } from "./schemas.ts";
import type { PbxInput } from "./schemas.ts";
import type { StoredPbx } from "./stored.ts";

type SecretName = (typeof PBX_SECRETS)[number];

/** Bound to its place: copied to another account or field it does not open. */
function purposeOf(accountId: string, name: SecretName): string {
  return `gateway ${accountId} ${name}`;
}

/** What the gateway is given, and what of it is stored. */
export type ResolvedPbx = { definition: PbxDefinition; stored: StoredPbx };

const NOT_ASKED = { port: null, username: "", password: "", mbgAddress: "", mbgPassword: "", micollabAddress: "", micollabPassword: "" };

/** The address that a password opens. */
const PLACE: Record<SecretName, "address" | "mbgAddress" | "micollabAddress"> = { password: "address", mbgPassword: "mbgAddress", micollabPassword: "micollabAddress" };

/**
 * Joins what was typed with the passwords that are stored: one left empty stays, as long as it goes to the same place.
 * @throws OperationError invalid with the field of a password that is missing
 */
export function resolvePbx(accountId: string, typed: PbxInput, before: StoredPbx | null): ResolvedPbx {
  const definition: PbxDefinition = { ...NOT_ASKED, ...typed };
  const secrets: StoredPbx["secrets"] = {};
  for (const name of PBX_SECRETS) {
    if (!isAsked(name, typed)) continue;
    const kept = before?.type === typed.type ? before.secrets[name] : undefined;
    if (definition[name] !== "") secrets[name] = { sealed: Buffer.from(seal(definition[name], sealKey(), purposeOf(accountId, name))).toString("base64") };
    else if (!kept) throw invalid("Please enter the password.", `pbx.${name}`);
    // A stored password is not handed to whoever listens at another address.
    else if (before![PLACE[name]] !== definition[PLACE[name]]) throw invalid("The address is another one. Please enter the password again.", `pbx.${name}`);
    else {
      secrets[name] = kept;
      definition[name] = unseal(Buffer.from(kept.sealed, "base64"), sealKey(), purposeOf(accountId, name));
    }
  }
  const { password: _, mbgPassword: __, micollabPassword: ___, ...shown } = definition;
  return { definition, stored: { ...shown, type: typed.type, secrets } };
}

function isAsked(name: SecretName, typed: PbxInput): boolean {
  if (typed.type !== "mivoice_business") return name === "password";
  return name === "mbgPassword" || (name === "micollabPassword" && typed.micollabAddress !== "");
}
