"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { ErrorState } from "#components/ui/error-state.tsx";

/** What is shown when a page failed on the server; its number finds the entry in the log. */
export function FailedPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const t = useTranslations("pages");
  const router = useRouter();
  const [retrying, startRetry] = useTransition();
  const retry = () =>
    startRetry(() => {
      router.refresh();
      reset();
    });
  return (
    <ErrorState title={t("errorTitle")} requestId={error.digest} onRetry={retry} retrying={retrying}>
      {t("error")}
    </ErrorState>
  );
}
