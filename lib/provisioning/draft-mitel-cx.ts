/** A draft for users who get Mitel CX and nothing of a PBX, as in an account without MiVoice Business (CX-05, CX-09). */
import { employeeOf } from "./desired-state.ts";
import type { Draft, DraftedUser, DraftUser } from "./draft-plan.ts";
import { plan } from "./plan.ts";
import { problemsOf } from "./problems.ts";
import type { Resource } from "./resources.ts";
import { resourcesByOwner } from "./world.ts";
import type { World } from "./world.ts";

type MitelCxUser = Omit<DraftUser, "numbers"> & {
  /** What the portal looks after for the user; stays as it is. */
  services: readonly Resource[];
};

/** A draft for every user, in the given order: the employee on Mitel CX is made, or brought to the user's name and address. */
export function draftMitelCx(users: readonly MitelCxUser[], world: World): Draft {
  const owned = resourcesByOwner(world.resources);
  const drafted = users.map(({ id, name, person, services }): DraftedUser => {
    const employee = employeeOf(person);
    const actual = (owned.get(person.loginId) ?? []).filter(({ kind }) => kind === employee.kind);
    const desired = [...services.filter(({ kind }) => kind !== employee.kind), employee];
    return { id, name, loginId: person.loginId, number: "", desired, actual, steps: plan([employee], actual), problems: [] };
  });
  const { byUser, forAll } = problemsOf(drafted, world);
  return { users: drafted.map((user) => ({ ...user, problems: byUser.get(user.id) ?? [] })), forAll };
}
