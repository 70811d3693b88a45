import Cable from "lucide-react/icons/cable";
import Headset from "lucide-react/icons/headset";
import MonitorSmartphone from "lucide-react/icons/monitor-smartphone";
import Phone from "lucide-react/icons/phone";
import Shield from "lucide-react/icons/shield";
import type { LucideIcon } from "lucide-react/types";
import type { ElementKind } from "#lib/network-elements/schemas.ts";

const ICONS: Record<ElementKind, LucideIcon> = { mivb: Phone, mbg: Shield, micollab: MonitorSmartphone, micc: Headset, oig: Cable };

/** The mark of a kind of system, the same on every page. */
export function ElementIcon({ kind, className }: { kind: ElementKind; className?: string }) {
  const Icon = ICONS[kind];
  return <Icon aria-hidden className={className} />;
}
