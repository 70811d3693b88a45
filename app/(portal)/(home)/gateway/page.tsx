import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { personAt, read } from "#app/actor.ts";
import { ClaimPage } from "#components/gateways/claim-page.tsx";
import { Trail } from "#components/shell/trail.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { lookAtClaim } from "#lib/gateways/look-at-claim.ts";
import type { ClaimView } from "#lib/gateways/schemas.ts";
import { OperationError } from "#lib/operations/errors.ts";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("gateways.claim"))("title") };
}

/** The page at which a gateway hands a browser over (GW-01, GW-02, GW-04). */
export default async function GatewayClaimPage({ searchParams }: Props) {
  const { person } = await personAt(null);
  const { claim, search } = await searchParams;
  const t = await getTranslations("gateways.claim");
  const all = await getTranslations("gateways.overview");
  const view = typeof claim === "string" && claim !== "" ? await look(claim, typeof search === "string" ? search : "") : { failure: t("missing") };
  const failed = "failure" in view;
  const subtitle = failed ? undefined : t("subtitle", { serial: view.serial, platform: all(`platforms.${view.platform}`), form: all(`forms.${view.form}`), address: view.address });
  return (
    <div className="max-w-3xl">
      <Trail steps={[{ label: t("title") }]} />
      <PageHeader title={t("title")} subtitle={subtitle} />
      {failed ? (
        <Banner tone="bad" title={t("failed")}>
          <p>{view.failure}</p>
          <p>{t("failedText")}</p>
        </Banner>
      ) : (
        <ClaimPage claim={String(claim)} view={view} search={typeof search === "string" ? search : ""} isPartner={person.role === "partner"} />
      )}
    </div>
  );
}

async function look(claim: string, search: string): Promise<ClaimView | { failure: string }> {
  try {
    return await read(lookAtClaim, null, { claim, search });
  } catch (error) {
    if (error instanceof OperationError) return { failure: error.message };
    throw error;
  }
}
