import { useTranslations } from "next-intl";
import { ElementIcon } from "#components/network-elements/element-icon.tsx";
import { StatCard } from "#components/ui/stat-card.tsx";
import type { PlanView } from "#lib/plans/schemas.ts";
import { peersInOrder } from "./peers-in-order.ts";

/** How many steps a plan has on each system. */
export function PeerCards({ peers }: { peers: PlanView["peers"] }) {
  const t = useTranslations("plans");
  if (peers.length === 0) return null;
  return (
    <div className="mb-4.5 grid grid-cols-2 gap-3.5 lg:grid-cols-4">
      {peersInOrder(peers).map(({ kind, name, steps }) => (
        <StatCard key={kind} icon={<ElementIcon kind={kind} />} label={t(`peer.${kind}`)} value={t("figure", { count: steps })}>
          {t.rich("stepsOn", { count: steps, name, code: (text) => <code className="font-mono">{text}</code> })}
        </StatCard>
      ))}
    </div>
  );
}
