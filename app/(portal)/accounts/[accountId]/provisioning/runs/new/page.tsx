import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { personAt, read } from "#app/actor.ts";
import { NewPlan } from "#components/plans/new-plan.tsx";
import { Trail } from "#components/shell/trail.tsx";
import { mayRun } from "#lib/operations/may-run.ts";
import { addPlan } from "#lib/plans/add-plan.ts";
import { findServiceRoleChoices } from "#lib/service-roles/find-service-role-choices.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("plans.new"))("title") };
}

export default async function NewPlanPage({ params }: { params: Promise<{ accountId: string }> }) {
  const { accountId } = await params;
  const { person } = await personAt(accountId);
  if (!mayRun(addPlan, person)) notFound();
  const { items } = await read(findServiceRoleChoices, accountId);
  const t = await getTranslations("plans.new");
  return (
    <>
      <Trail steps={[{ label: t("title") }]} />
      <NewPlan accountId={accountId} roles={items} />
    </>
  );
}
