import { useTranslations } from "next-intl";
import { buttonClasses } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { DefinitionList } from "#components/ui/definition-list.tsx";
import { timeTag } from "#components/ui/time-tag.tsx";
import type { OwnDeployment, OwnHome } from "#lib/me/schemas.ts";
import { DeploymentPin } from "./deployment-pin.tsx";
import { QrCode } from "./qr-code.tsx";

type ClientCardProps = { client: NonNullable<OwnHome["client"]>; deployments: readonly OwnDeployment[] };

/** The person's MiCollab client, and its deployment as link, code and PIN. */
export function ClientCard({ client, deployments }: ClientCardProps) {
  const t = useTranslations("dashboard.home");
  return (
    <Card title={t("client")}>
      <DefinitionList
        columns={3}
        items={[
          { term: t("userName"), description: client.userName },
          { term: t("deskPhone"), description: client.deskPhone },
          { term: t("softPhone"), description: client.softPhone },
        ]}
      />
      {deployments.map((deployment) => (
        <Deployment key={deployment.elementId} deployment={deployment} />
      ))}
    </Card>
  );
}

function Deployment({ deployment }: { deployment: OwnDeployment }) {
  const t = useTranslations("dashboard.home");
  const { elementId, link, deployedAt } = deployment;
  return (
    <section className="mt-4 flex flex-wrap gap-5 border-t border-line pt-4">
      <QrCode text={link} label={t("qrCode")} />
      <div className="flex min-w-0 flex-1 basis-64 flex-col items-start gap-3">
        <div>
          <h3 className="text-sm font-semibold">{t("deployTitle")}</h3>
          <p className="mt-1 text-sm text-fg-2">{t("deploy")}</p>
        </div>
        <p className="flex flex-wrap items-center gap-1.5">
          <a href={link} target="_blank" rel="noreferrer" className={buttonClasses("primary", "md")}>{t("openLink")}</a>
          <CopyButton value={link} label={t("copyLink")} />
        </p>
        <DeploymentPin elementId={elementId} />
        <p className="text-xs text-fg-3">{t.rich("deployed", { time: timeTag(deployedAt) })}</p>
      </div>
    </section>
  );
}
