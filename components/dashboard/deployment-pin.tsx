"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { request } from "#components/api/request.ts";
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/button.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";

/** The PIN of a deployment: fetched when it is asked for, so that it stands on no page that nobody looked at. */
export function DeploymentPin({ elementId }: { elementId: string }) {
  const t = useTranslations("dashboard.home");
  const [pin, setPin] = useState<string | null>(null);
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function show() {
    setPending(true);
    setProblem(null);
    const result = await request<{ pin: string }>("GET", `/me/deployments/${elementId}/pin`);
    setPending(false);
    if (result.ok) setPin(result.data.pin);
    else setProblem(result.error.message);
  }
  return (
    <div className="flex flex-col items-start gap-2">
      <div className="flex min-h-control flex-wrap items-center gap-2 text-sm">
        <span className="font-semibold">{t("pin")}</span>
        <span role="status" className="inline-flex items-center gap-1">
          {pin !== null && <code className="font-mono text-lg tracking-widest">{pin}</code>}
        </span>
        {pin !== null && <CopyButton value={pin} label={t("copyPin")} />}
        <Button pending={pending} onClick={() => (pin === null ? void show() : setPin(null))}>{t(pin === null ? "showPin" : "hidePin")}</Button>
      </div>
      {problem && <Banner tone="bad" title={problem} live />}
    </div>
  );
}
