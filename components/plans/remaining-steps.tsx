import Hand from "lucide-react/icons/hand";
import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";

export type RemainingStep = { code: string; number: string; message: string };

/** What no system does by itself for an ACD agent (ACDCC-11), and where the consoles are in which a person does it. */
export function RemainingSteps({ accountId, steps }: { accountId: string; steps: readonly RemainingStep[] }) {
  const t = useTranslations("plans.remaining");
  if (steps.length === 0) return null;
  return (
    <div className="mb-3 rounded-md border border-warn-line bg-warn-soft px-3.5 py-2.5 text-sm text-warn">
      <p className="flex items-center gap-2 font-semibold">
        <Hand aria-hidden className="size-4 shrink-0" />
        {t("title", { count: steps.length })}
      </p>
      <ul className="mt-1 flex list-disc flex-col gap-0.5 ps-6.5 text-fg-2">
        {steps.map(({ code, number, message }) => (
          <li key={code + number}>{message}</li>
        ))}
      </ul>
      <p className="mt-1 ps-6.5 text-fg-2">
        <Link href={`/accounts/${accountId}/integrations/network-elements`} className="link">
          {t("consoles")}
        </Link>
      </p>
    </div>
  );
}
