import { useTranslations } from "next-intl";
import { ElementIcon } from "#components/network-elements/element-icon.tsx";
import { StatCard } from "#components/ui/stat-card.tsx";
import type { ElementKind } from "#lib/network-elements/schemas.ts";
import type { PlanView } from "#lib/plans/schemas.ts";

/** The order in which steps reach the systems. */
const ORDER: readonly ElementKind[] = ["mivb", "mbg", "micollab", "micc"];

/** How many steps a plan has on each system. */
export function PeerCards({ peers }: { peers: PlanView["peers"] }) {
  const t = useTranslations("plans");
  if (peers.length === 0) return null;
  return (
    <div className="mb-4.5 grid grid-cols-2 gap-3.5 lg:grid-cols-4">
      {ORDER.flatMap((kind) => peers.filter((peer) => peer.kind === kind).map(({ name, steps }) => (
        <StatCard key={kind} icon={<ElementIcon kind={kind} />} label={t(`peer.${kind}`)} value={t("figure", { count: steps })}>
          {t.rich("stepsOn", { count: steps, name, code: (text) => <code className="font-mono">{text}</code> })}
        </StatCard>
      )))}
    </div>
  );
}
