"use client";

import CircleAlert from "lucide-react/icons/circle-alert";
import RefreshCw from "lucide-react/icons/refresh-cw";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "./button.tsx";
import { CopyButton } from "./copy-button.tsx";

type ErrorStateProps = {
  title?: ReactNode;
  /** The sentence of the answer. */
  children?: ReactNode;
  requestId?: string;
  onRetry?: () => void;
  retrying?: boolean;
};

/** A view that could not be loaded. Never shown as empty, so that nobody thinks the data is gone. */
export function ErrorState({ title, children, requestId, onRetry, retrying }: ErrorStateProps) {
  const t = useTranslations("ui.error");
  return (
    <div role="alert" className="flex flex-col items-center gap-1.5 px-4 py-12 text-center">
      <span aria-hidden className="mb-1.5 grid size-11 place-items-center rounded-full bg-bad-soft text-bad">
        <CircleAlert className="size-5" />
      </span>
      <p className="text-base font-semibold">{title ?? t("title")}</p>
      <div className="max-w-prose text-sm text-fg-2">{children ?? t("text")}</div>
      {onRetry && (
        <Button className="mt-3" icon={<RefreshCw aria-hidden />} pending={retrying} onClick={onRetry}>
          {t("retry")}
        </Button>
      )}
      {requestId && (
        <p className="mt-2 inline-flex items-center gap-1 text-xs text-fg-3">
          {t("request")} <code className="font-mono">{requestId}</code>
          <CopyButton value={requestId} label={t("copyRequest")} />
        </p>
      )}
    </div>
  );
}
