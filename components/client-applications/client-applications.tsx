"use client";

import Code from "lucide-react/icons/code";
import Plus from "lucide-react/icons/plus";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { request } from "#components/api/request.ts";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { toast } from "#components/ui/toast.tsx";
import type { ApplicationView, ApplicationWithSecret } from "#lib/client-applications/schemas.ts";
import { ApplicationDialog } from "./application-dialog.tsx";
import { ApplicationRow } from "./application-row.tsx";
import type { ApplicationAct } from "./application-row.tsx";
import { SecretDialog } from "./secret-dialog.tsx";

type Asked = { act: ApplicationAct; application: ApplicationView } | { act: "register"; application: null };

/** The page "Developer": the registered applications of a partner (OP1-59, PERM-54). */
export function ClientApplications({ applications, historyIn }: { applications: readonly ApplicationView[]; historyIn: string | null }) {
  const t = useTranslations("developer");
  const router = useRouter();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [secret, setSecret] = useState<ApplicationWithSecret | null>(null);
  const close = () => setAsked(null);
  const register = (
    <Button variant="primary" icon={<Plus aria-hidden />} onClick={() => setAsked({ act: "register", application: null })}>
      {t("register")}
    </Button>
  );
  async function renew({ id }: ApplicationView) {
    const result = await request<ApplicationWithSecret>("POST", `/client-applications/${id}/secret`);
    if (result.ok) {
      setSecret(result.data);
      router.refresh();
    }
    return result;
  }
  async function remove({ id, name }: ApplicationView) {
    const result = await request("DELETE", `/client-applications/${id}`);
    if (result.ok) {
      toast({ title: t("deleted"), description: name });
      router.refresh();
    }
    return result;
  }
  return (
    <div className="max-w-5xl">
      <PageHeader title={t("title")} subtitle={t("subtitle")} actions={applications.length > 0 && register} />
      <Card flush>
        {applications.length === 0 ? (
          <EmptyState icon={<Code />} title={t("emptyTitle")} action={register}>
            {t("empty")}
          </EmptyState>
        ) : (
          <ul className="divide-y divide-line">
            {applications.map((application) => (
              <ApplicationRow key={application.id} application={application} historyIn={historyIn} onAct={(act) => setAsked({ act, application })} />
            ))}
          </ul>
        )}
      </Card>
      {(asked?.act === "register" || asked?.act === "edit") && <ApplicationDialog application={asked.application} onClose={close} onRegistered={setSecret} />}
      {asked?.act === "renew" && (
        <ConfirmDialog
          open
          onOpenChange={(open) => !open && close()}
          title={t("renewTitle", { name: asked.application.name })}
          effects={[t("renewEffect")]}
          confirmLabel={t("renewConfirm")}
          onConfirm={() => renew(asked.application)}
        />
      )}
      {asked?.act === "delete" && (
        <ConfirmDialog
          open
          onOpenChange={(open) => !open && close()}
          title={t("deleteTitle", { name: asked.application.name })}
          effects={[t("deleteEffect", { count: asked.application.accounts.length }), t("deleteTokens")]}
          confirmLabel={t("deleteConfirm")}
          onConfirm={() => remove(asked.application)}
        />
      )}
      {secret && <SecretDialog shown={secret} onClose={() => setSecret(null)} />}
    </div>
  );
}
