import { useTranslations } from "next-intl";
import { Pill } from "#components/ui/pill.tsx";
import type { Tone } from "#components/ui/tones.ts";
import type { NetworkElementView } from "#lib/network-elements/schemas.ts";

const TONES: Record<NetworkElementView["status"], Tone> = { connected: "good", unreachable: "warn", refused: "bad" };

/** Whether the portal and a system talk to each other, as it was last found. */
export function ElementStatus({ status }: { status: NetworkElementView["status"] }) {
  const t = useTranslations("networkElements.status");
  return <Pill tone={TONES[status]}>{t(status)}</Pill>;
}
