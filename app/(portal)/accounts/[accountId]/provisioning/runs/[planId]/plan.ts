import { notFound } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import { read } from "#app/actor.ts";
import { getPlan } from "#lib/plans/find-plans.ts";
import type { PlanView } from "#lib/plans/schemas.ts";

/** The plan that the address names, read once for the page and its title. An address that names none is not found. */
export const planAt = cache(async (accountId: string, planId: string): Promise<PlanView> => {
  if (!z.uuid().safeParse(planId).success) notFound();
  return read(getPlan, accountId, { planId });
});
