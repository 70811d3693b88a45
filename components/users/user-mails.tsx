"use client";

import Check from "lucide-react/icons/check";
import Clock from "lucide-react/icons/clock";
import RefreshCw from "lucide-react/icons/refresh-cw";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Card } from "#components/ui/card.tsx";
import { Pill } from "#components/ui/pill.tsx";
import { Time } from "#components/ui/time.tsx";
import type { UserMail } from "#lib/users/schemas.ts";

type UserMailsProps = {
  mails: readonly UserMail[];
  /** The present address; a mail that went to another one says so. */
  address: string;
  /** The way to send one again. */
  children?: ReactNode;
};

/** The latest mails to the user, and whether they were delivered. */
export function UserMails({ mails, address, children }: UserMailsProps) {
  const t = useTranslations("users.mails");
  return (
    <Card title={t("title")} flush>
      {mails.length === 0 ? (
        <p className="px-4 py-3.5 text-sm text-fg-2">{t("empty")}</p>
      ) : (
        <ul className="divide-y divide-line">
          {mails.map((mail) => (
            <Mail key={mail.id} mail={mail} address={address} />
          ))}
        </ul>
      )}
      {children && <div className="border-t border-line px-4 py-3 text-sm">{children}</div>}
    </Card>
  );
}

function Mail({ mail, address }: { mail: UserMail; address: string }) {
  const t = useTranslations("users.mails");
  const isWaiting = mail.status === "queued";
  return (
    <li className="px-4 py-3 text-sm">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-medium">{t(`kinds.${mail.kind}`)}</span>
        <DeliveryState mail={mail} />
        <span className="ms-auto text-fg-3">
          <Time value={mail.sentAt ?? mail.createdAt} />
        </span>
      </div>
      {mail.recipient !== address && <p className="mt-0.5 break-words text-fg-3">{t("to", { recipient: mail.recipient })}</p>}
      {mail.error && (
        <p className="mt-1 break-words text-fg-2">
          {t("reason", { reason: mail.error })} {isWaiting && t("attempts", { count: mail.attempts })}
        </p>
      )}
    </li>
  );
}

function DeliveryState({ mail: { status, attempts } }: { mail: UserMail }) {
  const t = useTranslations("users.mails");
  if (status === "sent") {
    return (
      <Pill tone="good" icon={<Check aria-hidden />}>
        {t("sent")}
      </Pill>
    );
  }
  if (status === "cancelled") return <Pill>{t("cancelled")}</Pill>;
  if (status === "failed") return <Pill tone="bad">{t("failed")}</Pill>;
  return attempts === 0 ? <Pill icon={<Clock aria-hidden />}>{t("queued")}</Pill> : <Pill tone="warn" icon={<RefreshCw aria-hidden />}>{t("retrying")}</Pill>;
}
