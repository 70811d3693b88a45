/** Problems in the words a person reads, each with a way out where there is one. */
import { PEER_NAMES, fieldName } from "./names.ts";
import type { NumberRange } from "./number-ranges.ts";
import type { Problem } from "./problem.ts";

/** `suggestion` is the label of the way out, e.g. "Use 2255, next free"; null when there is none to press. */
export type ProblemDescription = { code: Problem["code"]; message: string; suggestion: string | null };

/**
 * A problem in words.
 * @param pbx the PBX's own name, for the problems of numbers
 */
export function describeProblem(problem: Problem, pbx: string = PEER_NAMES.mivb): ProblemDescription {
  return { code: problem.code, message: messageOf(problem, pbx), suggestion: suggestionOf(problem) };
}

function messageOf(problem: Problem, pbx: string): string {
  switch (problem.code) {
    case "number_taken":
      return `Number ${problem.number} is in use on ${pbx} by ${problem.usedBy}.`;
    case "number_outside_ranges":
      return `Number ${problem.number} is not in the number ranges of ${pbx}: ${inWords(problem.ranges)}.`;
    case "no_free_number":
      return problem.from === null
        ? `No number is free on ${pbx}: ${inWords(problem.ranges)}.`
        : `No number from ${problem.from} on is free on ${pbx}: ${inWords(problem.ranges)}.`;
    case "username_taken":
      return `The username “${problem.username}” belongs to somebody else on the systems of this account. Please enter another one.`;
    case "username_differs":
      return `The systems of this account know this user as “${problem.knownAs}”. Please enter that as the username.`;
    case "name_too_long":
      return `The ${fieldName(problem.field)} is too long for the systems, which take at most ${problem.most} characters.`;
    case "no_derivation":
      return "The template has an Other phone: say with which prefix or suffix its number is made from the primary number.";
    case "no_license_left":
      return `No license of “${problem.bundle}” is left: ${problem.total} of ${problem.total} would be used.`;
    case "license_unknown":
      return `${problem.peer} has no licenses of “${problem.bundle}”.`;
    case "peer_missing":
      return `No ${PEER_NAMES[problem.kind]} is connected to this account.`;
    case "release_too_old":
      return `${problem.peer} has release ${problem.release}. The ACD SIP softphone needs ${PEER_NAMES[problem.kind]} ${problem.atLeast} or later.`;
    case "colocated_mode":
      return `${problem.peer} runs in co-located mode. Convert it to integrated mode before users get an ACD SIP softphone.`;
    case "flow_through_off":
      return `Flow through provisioning is off on ${problem.peer}. It must be on before users get an ACD SIP softphone.`;
    case "unknown_class":
      return `${problem.peer} has no ${fieldName(problem.field)} ${problem.value}, which phone ${problem.number} is to have.`;
    case "unknown_zone":
      return `${problem.peer} has no zone ${problem.value}, which phone ${problem.number} is to have.`;
    case "unknown_profile":
      return `${problem.peer} has no ${problem.profile} profile “${problem.value}”.`;
    case "too_many_services":
      return `The user would have ${problem.count} phone services; ${problem.peer} takes at most ${problem.most}.`;
    case "voicemail_digits":
      return `Number ${problem.number} can not have a voicemail box: boxes on ${problem.peer} have ${problem.digits} digits.`;
    case "unknown_agent_group":
      return `${problem.peer} has no agent group ${problem.group}.`;
    case "unknown_skill_group":
      return `${problem.peer} does not know skill group ${problem.group} yet.`;
    case "hash_number":
      return `Number ${problem.number} contains “#” and can not be used on ${problem.peer}, which is connected remotely.`;
    case "new_minet_agent":
      return `Phone ${problem.number} would be a new MiNET phone for an ACD agent, which is no longer possible.`;
  }
}

function suggestionOf(problem: Problem): string | null {
  switch (problem.code) {
    case "number_taken":
    case "number_outside_ranges":
      return problem.nextFree === null ? null : `Use ${problem.nextFree}, next free`;
    case "no_license_left":
    case "license_unknown":
      return "See subscriptions";
    case "name_too_long":
      return "Shorten the name";
    case "peer_missing":
      return `Connect ${PEER_NAMES[problem.kind]}`;
    case "flow_through_off":
      return "Turn on flow through provisioning";
    case "hash_number":
      return `Use ${problem.number.replaceAll("#", "*")}`;
    case "unknown_skill_group":
      return "Synchronize the contact center";
    case "new_minet_agent":
      return "Turn on “Enable SIP Softphone” in the template";
    case "unknown_class":
    case "unknown_zone":
    case "unknown_profile":
    case "voicemail_digits":
      return "Change the template";
    case "too_many_services":
    case "unknown_agent_group":
    case "release_too_old":
    case "colocated_mode":
    case "no_free_number":
    case "no_derivation":
    case "username_taken":
    case "username_differs":
      return null;
  }
}

function inWords(ranges: readonly NumberRange[]): string {
  return ranges.length === 0 ? "it has none" : ranges.map(({ from, to }) => `${from} to ${to}`).join(", ");
}
