/** What would fail, and why, found before anything is sent. */
import { licenseProblems } from "./license-problems.ts";
import { peerProblems } from "./peer-problems.ts";
import type { ProblemsFound, UserPlan } from "./problem.ts";
import { userProblems } from "./user-problems.ts";
import type { World } from "./world.ts";

/**
 * The problems of a batch of user plans, as the world was when it was read. Licenses are counted over the whole batch, in
 * its order, for users who have no other problem; a number that two of them would make is a problem of the second.
 */
export function problemsOf(users: readonly UserPlan[], world: World): ProblemsFound {
  const byUser = userProblems(users, world);
  const withoutProblem = users.filter(({ id }) => !byUser.has(id));
  for (const [id, problem] of licenseProblems(withoutProblem, world)) byUser.set(id, [problem]);
  return { forAll: peerProblems(users, world), byUser };
}
