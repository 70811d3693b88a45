import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { personAt, read } from "#app/actor.ts";
import { SettingsPage } from "#components/integrations/settings-page.tsx";
import { UnifyPhonePage } from "#components/unify-phone/unify-phone-page.tsx";
import { getIntegration } from "#lib/integrations/find-integrations.ts";
import { definitionOf } from "#lib/integrations/registry.ts";
import { getUnifyPhone } from "#lib/unify-phone/get-unify-phone.ts";
import { integrationRights } from "../rights.ts";

export function generateMetadata(): Metadata {
  return { title: definitionOf("unify_phone").settings!.title };
}

/** Its set-up, until a tenant is linked; then what there is to see of it. */
export default async function UnifyPhoneConfigurationPage({ params }: { params: Promise<{ accountId: string }> }) {
  const { accountId } = await params;
  const { person, account } = await personAt(accountId);
  const details = await read(getIntegration, accountId, { key: "unify_phone" });
  const common = { accountId, accountName: account!.name, details, rights: integrationRights(person) };
  if (details.entry.status === "incomplete") return <SettingsPage {...common} submitLabel={(await getTranslations("unifyPhone"))("done")} />;
  return <UnifyPhonePage {...common} unifyPhone={await read(getUnifyPhone, accountId)} />;
}
