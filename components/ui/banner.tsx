"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { DismissButton } from "./dismiss-button.tsx";
import { ToneIcon } from "./tone-icon.tsx";
import { TONE_LINE, TONE_SOFT, type Tone } from "./tones.ts";

type BannerProps = {
  tone?: Tone;
  title: ReactNode;
  children?: ReactNode;
  /** The way out: a button or a link. */
  action?: ReactNode;
  onClose?: () => void;
  /** Said aloud when it appears after the page has loaded: at once for `bad`, else when the reader pauses. */
  live?: boolean;
  className?: string;
};

/** A message that stays until it is dealt with. */
export function Banner({ tone = "accent", title, children, action, onClose, live, className }: BannerProps) {
  const t = useTranslations("ui");
  return (
    <div
      role={live ? (tone === "bad" ? "alert" : "status") : undefined}
      className={classNames("flex flex-wrap items-start gap-x-3 gap-y-2 rounded-md border px-3.5 py-2.5", TONE_SOFT[tone], TONE_LINE[tone], className)}
    >
      <ToneIcon tone={tone} className="mt-0.5 size-4.5 shrink-0" />
      <div className="min-w-0 flex-1 basis-48 text-sm">
        <p className="font-semibold">{title}</p>
        {children && <div className="mt-0.5 text-fg-2">{children}</div>}
      </div>
      {action && <div className="flex flex-wrap items-center gap-2">{action}</div>}
      {onClose && <DismissButton label={t("dismiss")} onClick={onClose} />}
    </div>
  );
}
