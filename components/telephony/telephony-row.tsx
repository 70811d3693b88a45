"use client";

import Settings from "lucide-react/icons/settings";
import Trash2 from "lucide-react/icons/trash-2";
import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { useState } from "react";
import { useAct } from "#components/live/use-act.ts";
import { Button, buttonClasses } from "#components/ui/button.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { toast } from "#components/ui/toast.tsx";
import { categoryLabel, PRODUCT_LABELS } from "#lib/telephony/schemas.ts";
import type { TelephonyOfUser } from "#lib/telephony/schemas.ts";
import { SetUpDialog } from "./set-up-dialog.tsx";
import { SetUpProgress } from "./set-up-progress.tsx";
import { removeProduct } from "./telephony-requests.ts";

type TelephonyRowProps = { accountId: string; userId: string; telephony: TelephonyOfUser; mayAssign: boolean };

/** The telephony product of a user: what is still to be set up, how that goes, and the gear once it is done (SVC-02, SVC-05, SVC-07, CX-04). */
export function TelephonyRow({ accountId, userId, telephony, mayAssign }: TelephonyRowProps) {
  const t = useTranslations("telephony");
  const [open, setOpen] = useState(false);
  const { pending, failure, act } = useAct();
  const { product, held, setUp, withMitelCx } = telephony;
  if (product === null || held === null) return null;
  const name = PRODUCT_LABELS[product];
  const isNew = held.state === "no_service";
  // Of services that were removed since, how they were set up is of no interest.
  const isOver = isNew && setUp?.run.status === "succeeded";
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <p className="flex min-w-0 flex-1 basis-52 flex-wrap items-center gap-x-2 gap-y-1 text-sm font-semibold">
          {isNew ? t(`products.${product}.noService`) : name}
          {held.category && product === "mivoice_business" && <Tag>{categoryLabel(held.category)}</Tag>}
          {!isNew && withMitelCx && held.contactCenter && product === "mivoice_business" && <Tag>{t("withMitelCx")}</Tag>}
        </p>
        {isNew && mayAssign && (
          <>
            <Button size="sm" onClick={() => setOpen(true)}>{t("completeSetup")}</Button>
            <IconButton
              label={t("remove", { product: name })}
              icon={<Trash2 aria-hidden />}
              pending={pending !== null}
              onClick={() => void act("remove", () => removeProduct({ accountId, userId, product }), () => toast({ title: t("removed", { product: name }) }))}
            />
          </>
        )}
        {!isNew && (
          <Link href={`/accounts/${accountId}/users/${userId}/configuration`} title={t("settings", { product: name })} aria-label={t("settings", { product: name })} className={classNames(buttonClasses("ghost", "icon"), "size-7")}>
            <Settings aria-hidden />
          </Link>
        )}
      </div>
      {!isNew && held.template && <p className="mt-0.5 text-sm text-fg-2">{t("template", { template: held.template })}</p>}
      {failure && <p role="alert" className="mt-1 text-sm text-bad">{failure.message}</p>}
      {setUp && !isOver && <SetUpProgress accountId={accountId} setUp={setUp} mayAct={mayAssign} />}
      {open && <SetUpDialog accountId={accountId} userId={userId} telephony={telephony} onClose={() => setOpen(false)} />}
    </>
  );
}
