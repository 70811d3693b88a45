/** Who would be left without a license (ACDPRE-11). */
import type { Problem, UserPlan } from "./problem.ts";
import type { World } from "./world.ts";

/**
 * The users, by id, for whose client account no license of their UCC bundle is left when those before them in the batch
 * have got theirs; or whose bundle the peer has no licenses of at all.
 */
export function licenseProblems(users: readonly UserPlan[], { peers: { micollab } }: World): Map<string, Problem> {
  const problems = new Map<string, Problem>();
  if (micollab === null) return problems;
  const left = new Map(micollab.licences.map(({ bundle, total, used }) => [bundle, { total, free: total - used }]));
  for (const { id, steps } of users) {
    const bundle = bundleTakenBy(steps);
    if (bundle === null) continue;
    const license = left.get(bundle);
    if (license === undefined) problems.set(id, { code: "license_unknown", bundle, peer: micollab.name });
    else if (license.free < 1) problems.set(id, { code: "no_license_left", bundle, total: license.total });
    else license.free -= 1;
  }
  return problems;
}

function bundleTakenBy(steps: UserPlan["steps"]): string | null {
  for (const step of steps) {
    if (step.kind !== "micollab.client_account") continue;
    if (step.action === "create") return step.attributes.uccBundle;
    if (step.action === "update" && step.changes.uccBundle !== undefined) return step.changes.uccBundle.after;
  }
  return null;
}
