import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { WIZARD_STEPS } from "#lib/gateways/schemas.ts";
import { showStep } from "../show-step.tsx";

type Props = { params: Promise<{ accountId: string; step: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("gateways"))("title") };
}

export default async function GatewayStepPage({ params, searchParams }: Props) {
  const { accountId, step } = await params;
  const known = WIZARD_STEPS.find((each) => each === step) ?? notFound();
  return showStep({ accountId, step: known, from: (await searchParams)["from"] });
}
