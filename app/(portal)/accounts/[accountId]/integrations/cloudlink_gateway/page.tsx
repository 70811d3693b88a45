import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { showStep } from "./show-step.tsx";

type Props = { params: Promise<{ accountId: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("gateways"))("title") };
}

export default async function GatewayPage({ params, searchParams }: Props) {
  const { accountId } = await params;
  return showStep({ accountId, from: (await searchParams)["from"] });
}
