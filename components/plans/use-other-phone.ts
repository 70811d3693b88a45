"use client";

import { useEffect, useState } from "react";
import { request } from "#components/api/request.ts";
import type { TemplateView } from "#lib/templates/schemas.ts";

/** Whether a template has an Other phone, whose number is made from the primary one. Where that can not be found out it is offered. */
export function useOtherPhone(accountId: string, templateId: string | null): boolean {
  const [answer, setAnswer] = useState<{ templateId: string; has: boolean } | null>(null);
  useEffect(() => {
    if (templateId === null) return;
    let gone = false;
    void request<TemplateView>("GET", `/accounts/${accountId}/templates/${templateId}`).then((result) => {
      if (!gone) setAnswer({ templateId, has: result.ok ? result.data.values.phones.other.include : true });
    });
    return () => {
      gone = true;
    };
  }, [accountId, templateId]);
  return answer !== null && answer.templateId === templateId && answer.has;
}
