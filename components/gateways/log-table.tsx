import { useTranslations } from "next-intl";
import { Card } from "#components/ui/card.tsx";
import { Time } from "#components/ui/time.tsx";
import type { GatewaySupport } from "#lib/gateways/schemas.ts";

/** The newest lines of the gateway's log. */
export function LogTable({ lines }: { lines: GatewaySupport["lines"] }) {
  const t = useTranslations("gateways.advanced");
  return (
    <Card title={t("log")} flush>
      {lines.length === 0 ? (
        <p className="p-4 text-sm text-fg-3">{t("logEmpty")}</p>
      ) : (
        <div className="max-h-96 overflow-y-auto" tabIndex={0} role="region" aria-label={t("log")}>
          <table className="w-full text-sm">
            <thead className="sr-only">
              <tr>
                <th scope="col">{t("at")}</th>
                <th scope="col">{t("line")}</th>
              </tr>
            </thead>
            <tbody className="divide-y divide-line">
              {lines.map(({ at, text }, index) => (
                // The same may be written twice within a second.
                <tr key={`${at} ${text} ${index}`}>
                  <td className="px-4 py-2 align-top text-fg-3">
                    <Time value={at} show="minute" />
                  </td>
                  <td className="w-full px-4 py-2">{text}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Card>
  );
}
