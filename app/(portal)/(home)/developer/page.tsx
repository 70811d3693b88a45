import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { personAt, read } from "#app/actor.ts";
import { ClientApplications } from "#components/client-applications/client-applications.tsx";
import { findApplications } from "#lib/client-applications/find-applications.ts";
import { partnerHistory } from "../history.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("developer"))("title") };
}

export default async function DeveloperPage() {
  const { items } = await read(findApplications, null);
  const { person } = await personAt(null);
  return <ClientApplications applications={items} historyIn={partnerHistory(person)} />;
}
