"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { ErrorState } from "#components/ui/error-state.tsx";

/**
 * What is shown when a page failed: on the server, where its number finds the entry in the log, or in the browser, which may lack
 * a script that an update of the portal has replaced; only loading the page anew brings the new ones.
 */
export function FailedPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const t = useTranslations("pages");
  const router = useRouter();
  const [retrying, startRetry] = useTransition();
  const isOurs = error.digest !== undefined;
  const retry = () => {
    if (!isOurs) return location.reload();
    startRetry(() => {
      router.refresh();
      reset();
    });
  };
  return (
    <ErrorState title={t("errorTitle")} requestId={error.digest} onRetry={retry} retrying={retrying}>
      {t(isOurs ? "error" : "errorHere")}
    </ErrorState>
  );
}
