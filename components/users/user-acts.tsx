"use client";

import Trash2 from "lucide-react/icons/trash-2";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useListPlace } from "#components/data-table/list-place.ts";
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { toast } from "#components/ui/toast.tsx";
import type { UserDetails } from "#lib/users/schemas.ts";
import { doToUsers } from "./bulk-acts.ts";
import { useSourceWords } from "./source-words.ts";

type UserActProps = { accountId: string; user: Pick<UserDetails, "id" | "name" | "email" | "origin" | "registered"> };

const only = (id: string) => ({ selection: { mode: "some" as const, ids: [id] } });

/** Sends the welcome mail to the user once more (USER-43). */
export function ResendWelcome({ accountId, user }: UserActProps) {
  const t = useTranslations("users.page");
  const router = useRouter();
  const [pending, setPending] = useState(false);
  async function resend() {
    if (pending) return;
    setPending(true);
    const result = await doToUsers(accountId, "welcome", only(user.id));
    setPending(false);
    if (!result.ok) toast({ tone: "bad", title: t("notSent"), description: result.error.message });
    else if (result.data.done === 0) toast({ tone: "bad", title: t("notSent"), description: result.data.skipped[0]?.reason });
    else toast({ title: t("resent", { email: user.email }) });
    router.refresh();
  }
  return (
    <button type="button" className="link min-h-6 font-medium" aria-disabled={pending || undefined} onClick={() => void resend()}>
      {t("resend")}
    </button>
  );
}

/** Sends the user the link to set a new password; only who has registered has one (USER-56, OP1-27). */
export function ResetPassword({ accountId, user, usesSingleSignOn }: UserActProps & { usesSingleSignOn: boolean }) {
  const t = useTranslations("users.page");
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const whyNot = user.registered ? null : t("resetUnregistered");
  const why = user.origin === "miaccess" ? t("resetMiaccess") : usesSingleSignOn ? t("resetSingleSignOn") : whyNot;
  return (
    <Card title={t("password")}>
      {why ? <p className="text-sm text-fg-2">{why}</p> : <Button onClick={() => setAsking(true)}>{t("reset")}</Button>}
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t("resetTitle", { name: user.name })}
        tone="primary"
        confirmLabel={t("reset")}
        onConfirm={async (key) => {
          const result = await doToUsers(accountId, "reset", only(user.id), key);
          if (!result.ok) return result;
          const [left] = result.data.skipped;
          toast(left ? { tone: "bad", title: t("notSent"), description: left.reason } : { title: t("resetSent", { email: user.email }) });
          router.refresh();
          return result;
        }}
      >
        <p>{t("resetText", { email: user.email })}</p>
      </ConfirmDialog>
    </Card>
  );
}

type DeleteUserProps = UserActProps & {
  /** Why the user can not be deleted here, where that is known beforehand. */
  whyNot: string | undefined;
};

/** Deletes the user after the word was typed (USER-82, USER-83). */
export function DeleteUser({ accountId, user, whyNot }: DeleteUserProps) {
  const t = useTranslations("users");
  const router = useRouter();
  const source = useSourceWords(user.origin);
  const list = useListPlace(`/accounts/${accountId}/users`);
  const [asking, setAsking] = useState(false);
  const [stays, setStays] = useState<string | null>(null);
  return (
    <Card title={t("page.deleteTitle")}>
      {stays && <Banner live tone="warn" className="mb-3" title={t("page.stays")} onClose={() => setStays(null)}>{stays}</Banner>}
      <p className="mb-3 text-sm text-fg-2">{whyNot ?? t("page.deleteText")}</p>
      {!whyNot && (
        <Button variant="danger" icon={<Trash2 aria-hidden />} onClick={() => setAsking(true)}>
          {t("page.delete")}
        </Button>
      )}
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t("confirm.deleteOne.title")}
        word="delete"
        effects={[source.isElsewhere ? t("confirm.deleteOne.account", { name: user.name }) : t("confirm.deleteOne.who", { name: user.name, email: user.email }), t("confirm.delete.history")]}
        confirmLabel={t("confirm.deleteOne.confirm")}
        onConfirm={async (key) => {
          const result = await doToUsers(accountId, "delete", only(user.id), key);
          if (!result.ok) return result;
          const [left] = result.data.skipped;
          setStays(left?.reason ?? null);
          if (!left) toast({ title: t("page.deleted"), description: user.name });
          if (!left && !source.isElsewhere) router.push(list);
          // Also after leaving, so that Back does not bring the page of the user out of the browser's memory.
          router.refresh();
          return result;
        }}
      />
    </Card>
  );
}
