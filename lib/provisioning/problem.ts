/** Why a plan can not be applied as it is: reasons with a code and what each is about. */
import type { PeerKind } from "./adapters/adapter.ts";
import type { NumberProblem } from "./numbers.ts";
import type { Resource } from "./resources.ts";
import type { Step } from "./steps.ts";

/** A reason for which a user's steps, or those of all users, can not be applied. `peer` is the peer's own name. */
export type Problem =
  | NumberProblem
  | { code: "username_taken"; username: string }
  | { code: "username_differs"; username: string; knownAs: string }
  | { code: "name_too_long"; field: "firstName" | "lastName"; most: number }
  | { code: "no_derivation" }
  | { code: "license_unknown"; bundle: string; peer: string }
  | { code: "no_license_left"; bundle: string; total: number }
  | { code: "peer_missing"; kind: PeerKind }
  | { code: "release_too_old"; kind: PeerKind; peer: string; release: string; atLeast: string }
  | { code: "colocated_mode"; peer: string }
  | { code: "flow_through_off"; peer: string }
  | { code: "unknown_class"; field: "classOfService" | "classOfRestriction"; value: number; number: string; peer: string }
  | { code: "unknown_zone"; value: number; number: string; peer: string }
  | { code: "unknown_profile"; profile: "feature" | "user" | "deployment"; value: string; peer: string }
  | { code: "too_many_services"; count: number; most: number; peer: string }
  | { code: "voicemail_digits"; number: string; digits: number; peer: string }
  | { code: "unknown_agent_group"; group: string; peer: string }
  | { code: "unknown_skill_group"; group: string; peer: string }
  | { code: "hash_number"; number: string; peer: string }
  | { code: "new_minet_agent"; number: string };

/** The part of a plan that is about one user. `id` is the portal's, `name` is for people. */
export type UserPlan = { id: string; name: string; loginId: string; desired: Resource[]; actual: Resource[]; steps: Step[] };

export type ProblemsFound = {
  /** What keeps everybody's steps from being applied. */
  forAll: Problem[];
  /** What keeps one user's steps from being applied, by the user's id; users without problems are not in it. */
  byUser: Map<string, Problem[]>;
};
