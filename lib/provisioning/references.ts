/** Which resource needs which: the one table that ordering, replacing, repairing and owning go by. */
import { find, identityOf } from "./resources.ts";
import type { Resource, ResourceIndex } from "./resources.ts";

/**
 * Identities of what a resource can not be without: its peer refuses it, or drops it, when one of these is not there.
 * @param among what else there is; a deployment carries the phone and the teleworker set of its account
 */
export function needsOf(resource: Resource, among: ResourceIndex): string[] {
  switch (resource.kind) {
    case "mivb.phone":
      return [userIdentity(resource.attributes.loginId)];
    case "mivb.voicemail":
    case "mbg.teleworker_set":
      return [phoneIdentity(resource.attributes.number)];
    case "mivb.agent_group_member":
      return [phoneIdentity(resource.attributes.agentNumber)];
    case "micc.agent":
      return [identityOf({ kind: "micc.employee", key: resource.attributes.loginId }), phoneIdentity(resource.attributes.agentNumber)];
    case "micollab.client_account":
      return [userIdentity(resource.attributes.userName)];
    case "micollab.deployment":
      return [identityOf({ kind: "micollab.client_account", key: resource.attributes.userName }), ...carried(resource.attributes.userName, among)];
    case "mivb.user":
    case "micc.employee":
      return [];
  }
}

/**
 * The login id of the user whose resource it is: named by the resource itself, or by the phone it belongs to. Null when
 * nothing tells, e.g. for a voicemail box without a phone.
 */
export function ownerOf(resource: Resource, among: ResourceIndex): string | null {
  switch (resource.kind) {
    case "mivb.user":
    case "mivb.phone":
    case "micc.employee":
    case "micc.agent":
      // A phone that was taken from its user is nobody's.
      return resource.attributes.loginId || null;
    case "micollab.client_account":
    case "micollab.deployment":
      return resource.attributes.userName;
    case "mivb.voicemail":
      return phoneOwner(resource.attributes.number, among);
    case "mivb.agent_group_member":
      return phoneOwner(resource.attributes.agentNumber, among);
    case "mbg.teleworker_set":
      return setOwner(resource.attributes.sipUserName, resource.attributes.number) ?? phoneOwner(resource.attributes.number, among);
  }
}

/** Identity of the phone with a directory number. */
export function phoneIdentity(number: string): string {
  return identityOf({ kind: "mivb.phone", key: number });
}

function userIdentity(loginId: string): string {
  return identityOf({ kind: "mivb.user", key: loginId });
}

// A deployment hands the client the logins of its soft phone; made anew, they make the deployment stale.
function carried(userName: string, among: ResourceIndex): string[] {
  const number = find(among, "micollab.client_account", userName)?.attributes.softPhoneExtension;
  if (number === undefined || number === null) return [];
  const set = find(among, "mbg.teleworker_set", `${userName}-${number}`);
  return [phoneIdentity(number), ...(set === undefined ? [] : [identityOf(set)])];
}

function phoneOwner(number: string, among: ResourceIndex): string | null {
  return find(among, "mivb.phone", number)?.attributes.loginId || null;
}

// SUP-10: the set is named after the login, a hyphen and the number.
function setOwner(sipUserName: string, number: string): string | null {
  const suffix = `-${number}`;
  return sipUserName.endsWith(suffix) && sipUserName.length > suffix.length ? sipUserName.slice(0, -suffix.length) : null;
}
