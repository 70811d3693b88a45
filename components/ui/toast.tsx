"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useSyncExternalStore, type RefObject } from "react";
import { classNames } from "./class-names.ts";
import { DismissButton } from "./dismiss-button.tsx";
import { addToast, dismissToast, noToasts, shownToasts, subscribeToToasts, type ShownToast, type ToastMessage } from "./toast-store.ts";
import { ToneIcon } from "./tone-icon.tsx";

const SHOWN_MS = 6000;

/** Says something in passing. For news that needs an act take a `Banner`; for results of jobs the notifications. */
export function toast(message: ToastMessage): void {
  addToast(message);
}

/** The place where toasts appear and are read aloud; once, in the root layout. They stay while pointed at or focused. */
export function Toaster() {
  const t = useTranslations("ui");
  const toasts = useSyncExternalStore(subscribeToToasts, shownToasts, noToasts);
  const place = useRef<HTMLDivElement>(null);
  return (
    <section
      aria-label={t("toasts")}
      className="pointer-events-none fixed inset-x-4 bottom-4 z-60 sm:start-auto sm:end-6 sm:bottom-6 sm:w-90"
    >
      <div ref={place} role="log" aria-live="polite" className="flex flex-col gap-2">
        {toasts.map((shown) => (
          <Toast key={shown.id} shown={shown} place={place} />
        ))}
      </div>
    </section>
  );
}

function Toast({ shown, place }: { shown: ShownToast; place: RefObject<HTMLDivElement | null> }) {
  const t = useTranslations("ui");
  const { id, title, description, tone = "good" } = shown;

  useEffect(() => {
    const timer = setInterval(() => {
      if (!place.current?.matches(":hover, :focus-within")) dismissToast(id);
    }, SHOWN_MS);
    return () => clearInterval(timer);
  }, [id, place]);

  return (
    <div className="animate-appear pointer-events-auto flex items-start gap-2.5 rounded-md border border-line-strong bg-surface px-3.5 py-3 text-sm shadow-lg">
      <ToneIcon tone={tone} className={classNames("mt-0.5 size-4.5 shrink-0", tone === "good" ? "text-good" : "text-bad")} />
      <div className="min-w-0 flex-1">
        <p className="font-semibold">{title}</p>
        {description && <p className="text-fg-2">{description}</p>}
      </div>
      <DismissButton label={t("dismiss")} onClick={() => dismissToast(id)} />
    </div>
  );
}
