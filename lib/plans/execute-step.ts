/** One step of a run, sent to its peer through the adapter. */
import type { Adapters, Deployment, PeerKind } from "#lib/provisioning/adapters/adapter.ts";
import { newValues } from "#lib/provisioning/steps.ts";
import type { Step } from "#lib/provisioning/steps.ts";
import type { PasswordMode } from "#lib/templates/schemas.ts";
import { passwordFor, pinFor } from "./step-secrets.ts";

/** How a template makes a password or passcode (ACDTPL-08). */
export type SecretRule = { mode: PasswordMode; value: string };

/** By which rules the password and the passcode of a user are made; a value of the template's own is in the open. */
export type SecretRules = { password: SecretRule; passcode: SecretRule };

export type StepContext = SecretRules & {
  adapter: <K extends PeerKind>(kind: K) => Adapters[K];
  /** The same for every try of this step, and of no other step. */
  idempotencyKey: string;
  /** The user's primary number. */
  number: string;
};

const DEPLOYMENT_PIN_DIGITS = 6;
const PASSCODE_DIGITS = 6;

/**
 * Does a step.
 * @returns the deployment, where the step made one
 * @throws PeerError
 */
export async function executeStep(step: Step, context: StepContext): Promise<Deployment | undefined> {
  const key = context.idempotencyKey;
  switch (step.kind) {
    case "mivb.user": {
      const pbx = context.adapter("mivb");
      if (step.action === "create") return void (await pbx.createUser(step.attributes, key));
      if (step.action === "update") return void (await pbx.updateUser(step.key, newValues(step.changes), key));
      return void (await pbx.deleteUser(step.key, key));
    }
    case "mivb.phone": {
      const pbx = context.adapter("mivb");
      if (step.action === "create") return void (await pbx.createPhone(step.attributes, key));
      if (step.action === "update") return void (await pbx.updatePhone(step.key, newValues(step.changes), key));
      return void (await pbx.deletePhone(step.key, key));
    }
    case "mivb.voicemail": {
      const pbx = context.adapter("mivb");
      if (step.action === "delete") return void (await pbx.deleteVoicemailBox(step.key, key));
      return void (await pbx.createVoicemailBox({ number: step.key, passcode: voicemailPasscode(key, context.number, context) }, key));
    }
    case "mivb.agent_group_member": {
      const [group = "", agentNumber = ""] = step.key.split("/");
      const pbx = context.adapter("mivb");
      if (step.action === "delete") return void (await pbx.removeFromAgentGroup(group, agentNumber, key));
      return void (await pbx.addToAgentGroup(group, agentNumber, key));
    }
    case "mbg.teleworker_set": {
      const gateway = context.adapter("mbg");
      if (step.action === "create") return void (await gateway.createTeleworkerSet({ ...step.attributes, sipPassword: passwordFor(key, "sip") }, key));
      if (step.action === "update") return void (await gateway.updateTeleworkerSet(step.key, newValues(step.changes), key));
      return void (await gateway.deleteTeleworkerSet(step.key, key));
    }
    case "micollab.client_account": {
      const clientService = context.adapter("micollab");
      if (step.action === "create") return void (await clientService.createClientAccount({ ...step.attributes, password: clientPassword(key, context.number, context) }, key));
      if (step.action === "update") return void (await clientService.updateClientAccount(step.key, newValues(step.changes), key));
      return void (await clientService.deleteClientAccount(step.key, key));
    }
    case "micollab.deployment": {
      const clientService = context.adapter("micollab");
      if (step.action === "delete") return void (await clientService.undeploy(step.key, key));
      const profile = step.action === "create" ? step.attributes.profile : step.changes.profile!.after;
      return clientService.deploy(step.key, profile, pinFor(key, "deployment", DEPLOYMENT_PIN_DIGITS), key);
    }
    case "micc.employee": {
      const contactCenter = context.adapter("micc");
      if (step.action === "create") return void (await contactCenter.createEmployee(step.attributes, key));
      if (step.action === "update") return void (await contactCenter.updateEmployee(step.key, newValues(step.changes), key));
      return void (await contactCenter.deleteEmployee(step.key, key));
    }
    case "micc.agent": {
      const contactCenter = context.adapter("micc");
      if (step.action === "create") return void (await contactCenter.createAgent(step.attributes, key));
      if (step.action === "update") return void (await contactCenter.updateAgent(step.key, newValues(step.changes), key));
      return void (await contactCenter.deleteAgent(step.key, key));
    }
  }
}

/** The password of the client account that a step makes, for a user with this primary number. */
export function clientPassword(stepKey: string, number: string, { password }: Pick<SecretRules, "password">): string {
  return secretOf(password, number, passwordFor(stepKey, "client"));
}

/** The passcode of the mailbox that a step makes. */
export function voicemailPasscode(stepKey: string, number: string, { passcode }: Pick<SecretRules, "passcode">): string {
  return secretOf(passcode, number, pinFor(stepKey, "passcode", PASSCODE_DIGITS));
}

function secretOf({ mode, value }: SecretRule, number: string, random: string): string {
  if (mode === "same_as_extension") return number;
  return mode === "value" && value !== "" ? value : random;
}
