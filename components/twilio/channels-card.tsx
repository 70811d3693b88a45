"use client";

import { useFormatter, useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Pill } from "#components/ui/pill.tsx";
import { ToneIcon } from "#components/ui/tone-icon.tsx";
import type { MicollabNeeds, TwilioStatus } from "#lib/sms-numbers/schemas.ts";
import { MicollabDialog } from "./micollab-dialog.tsx";

const TRUST_HUB = "https://console.twilio.com/us1/account/trust-hub";
/** How many numbers the table names. */
const NAMED = 3;
const CELL = "px-2 py-3 align-top sm:px-4";

type ChannelsCardProps = { accountId: string; twilio: TwilioStatus; mayConfigure: boolean };

/** What messages through Twilio are used for; MiCollab is there from the start (TWSMS-03, TWSMS-04, TWSMS-05). */
export function ChannelsCard({ accountId, twilio: { micollabNumbers, needs }, mayConfigure }: ChannelsCardProps) {
  const t = useTranslations("twilio.channels");
  const name = useTranslations("twilio.micollab")("title");
  const [isSelected, select] = useState(false);
  const [isEditing, setEditing] = useState(false);
  return (
    <Card
      flush
      title={t("title")}
      description={t("hint")}
      actions={
        mayConfigure && (
          <Button size="sm" disabled={!isSelected} onClick={() => setEditing(true)}>
            {t("edit")}
          </Button>
        )
      }
    >
      <div className="overflow-x-auto" tabIndex={0} role="region" aria-label={t("title")}>
        <table className="w-full text-start text-sm">
          <thead className="border-b border-line text-xs text-fg-3 uppercase">
            <tr>
              <th scope="col" className="w-10 px-2 py-2 text-start sm:px-4">
                <span className="sr-only">{t("columns.select")}</span>
              </th>
              {(["channel", "numbers", "state"] as const).map((column) => (
                <th key={column} scope="col" className="px-2 py-2 text-start font-semibold sm:px-4">
                  {t(`columns.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr>
              <td className={CELL}>{mayConfigure && <Checkbox aria-label={t("select", { name })} checked={isSelected} onCheckedChange={select} />}</td>
              <th scope="row" className={`${CELL} text-start font-semibold`}>
                {name}
              </th>
              <td className={`${CELL} tabular-nums`}>
                <Numbers numbers={micollabNumbers} />
              </td>
              <td className={CELL}>
                <State accountId={accountId} needs={needs} />
              </td>
            </tr>
          </tbody>
        </table>
      </div>
      <p className="border-t border-line px-4 py-3 text-sm text-fg-3">
        {t("brand")}{" "}
        <a href={TRUST_HUB} target="_blank" rel="noreferrer" className="link">
          {t("brandLink")}
        </a>
      </p>
      {isEditing && <MicollabDialog accountId={accountId} onClose={() => setEditing(false)} />}
    </Card>
  );
}

function Numbers({ numbers }: { numbers: readonly string[] }) {
  const t = useTranslations("twilio.channels");
  const format = useFormatter();
  if (numbers.length === 0) return t("none");
  const more = numbers.length - NAMED;
  return more > 0 ? t("more", { numbers: numbers.slice(0, NAMED).join(", "), count: more }) : format.list(numbers, { type: "unit" });
}

/** What SMS in MiCollab lacks beside the numbers, with the way to it (TWSMS-01, TWSMS-02). */
function State({ accountId, needs: { chat, guestAccess } }: { accountId: string; needs: MicollabNeeds }) {
  const t = useTranslations("twilio.channels");
  const lacks = [...(chat ? [] : ["needsChat" as const]), ...(guestAccess ? [] : ["needsGuestAccess" as const])];
  if (lacks.length === 0) return <Pill tone="good">{t("ready")}</Pill>;
  return (
    <ul className="flex flex-col gap-1">
      {lacks.map((lack) => (
        <li key={lack} className="flex flex-wrap items-start gap-x-2 gap-y-1">
          <span className="inline-flex items-start gap-1.5 text-warn">
            <ToneIcon tone="warn" className="mt-0.5 size-4 shrink-0" />
            {t(lack)}
          </span>
          <Link href={`/accounts/${accountId}/integrations`} className="link">
            {t("switchOn")}
          </Link>
        </li>
      ))}
    </ul>
  );
}
