import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { personAt, read } from "#app/actor.ts";
import { SettingsPage } from "#components/integrations/settings-page.tsx";
import { getIntegration } from "#lib/integrations/find-integrations.ts";
import { definitionOf } from "#lib/integrations/registry.ts";
import { INTEGRATION_KEYS } from "#lib/integrations/schemas.ts";
import type { IntegrationKey } from "#lib/integrations/schemas.ts";
import { integrationRights } from "../rights.ts";

type Props = { params: Promise<{ accountId: string; key: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const definition = definitionOf(keyOf((await params).key));
  return { title: definition.settings?.title ?? definition.name };
}

/** An integration that there is not has no page. */
function keyOf(text: string): IntegrationKey {
  return INTEGRATION_KEYS.find((key) => key === text) ?? notFound();
}

export default async function IntegrationSettingsPage({ params }: Props) {
  const { accountId, key } = await params;
  const { person, account } = await personAt(accountId);
  const details = await read(getIntegration, accountId, { key: keyOf(key) });
  if (details.entry.settingsPlace !== "page") notFound();
  return <SettingsPage accountId={accountId} accountName={account!.name} details={details} rights={integrationRights(person)} />;
}
