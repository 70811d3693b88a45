import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { personAt } from "#app/actor.ts";
import { AddAccountForm } from "#components/accounts/add-account-form.tsx";
import { Trail } from "#components/shell/trail.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { countryNames } from "#lib/accounts/countries.ts";
import { may } from "#lib/permissions/grants.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("accounts.form"))("addTitle") };
}

export default async function AddAccountPage() {
  const { person } = await personAt(null);
  if (!may(person, "accounts", "add")) notFound();
  const t = await getTranslations("accounts.form");
  const countries = countryNames(await getLocale()).map(({ code, name }) => ({ value: code, label: name }));
  return (
    <>
      <Trail steps={[{ label: t("addTitle") }]} />
      <PageHeader title={t("addTitle")} subtitle={t("addSubtitle")} />
      <AddAccountForm countries={countries} />
    </>
  );
}
