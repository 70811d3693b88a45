import MailWarning from "lucide-react/icons/mail-warning";
import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import type { GatewayView } from "#lib/gateways/schemas.ts";

const KINDS = ["missing", "shared"] as const;

/** The box about addresses that are missing or shared on the PBX, with the list of each; absent where all are in order (GW-34 to GW-36). */
export function Irregularities({ users, gateway }: { users: string; gateway: GatewayView }) {
  const t = useTranslations("gateways.irregular");
  const { withoutEmail, sharedEmail } = gateway;
  if (withoutEmail + sharedEmail === 0) return null;
  return (
    <section aria-label={t("title")} className="mb-4 flex gap-3 rounded-md border border-bad-line p-4">
      <MailWarning aria-hidden className="mt-0.5 size-6 shrink-0 text-bad" />
      <div className="min-w-0 text-sm">
        <h3 className="font-semibold">{t("title")}</h3>
        <p className="mt-1 text-fg-2">{t("text", { missing: withoutEmail, shared: sharedEmail })}</p>
        <p className="mt-1 text-fg-2">{t("waiting")}</p>
        <ul className="mt-2 flex flex-col gap-1">
          {KINDS.map((kind) => (
            <li key={kind}>
              <Link href={`${users}?email=${kind}`} className="text-accent hover:underline">
                {t(kind)}
              </Link>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
