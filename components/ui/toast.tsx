"use client";

import { Toast as Base } from "@base-ui/react/toast";
import X from "lucide-react/icons/x";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { buttonClasses } from "./button.tsx";
import { classNames } from "./class-names.ts";
import { ToneIcon } from "./tone-icon.tsx";

const manager = Base.createToastManager();

/** Says in passing that something was done. For news that needs an act take a `Banner`; for results of jobs the notifications. */
export function toast(message: { title: ReactNode; description?: ReactNode }): void {
  manager.add(message);
}

const SHOWN_MS = 6000;

/** The place where toasts appear and are read aloud; once, around the page. */
export function Toaster({ children }: { children: ReactNode }) {
  return (
    <Base.Provider toastManager={manager} timeout={SHOWN_MS} limit={3}>
      {children}
      <Base.Portal>
        <Base.Viewport className="fixed inset-x-4 bottom-4 z-60 flex flex-col items-end gap-2 sm:start-auto sm:end-6 sm:bottom-6 sm:w-90">
          <Toasts />
        </Base.Viewport>
      </Base.Portal>
    </Base.Provider>
  );
}

function Toasts() {
  const t = useTranslations("ui");
  const { toasts } = Base.useToastManager();
  return toasts.map((item) => (
    <Base.Root
      key={item.id}
      toast={item}
      swipeDirection={["right", "down"]}
      className={classNames(
        "w-full rounded-md border border-line-strong bg-surface shadow-lg data-limited:hidden",
        "transition-[opacity,translate] duration-150 data-starting-style:translate-y-2 data-starting-style:opacity-0 data-ending-style:opacity-0",
      )}
    >
      <Base.Content className="flex items-start gap-2.5 px-3.5 py-3 text-sm">
        <ToneIcon tone="good" className="mt-0.5 size-4.5 shrink-0 text-good" />
        <div className="min-w-0 flex-1">
          <Base.Title className="font-semibold" />
          <Base.Description className="text-fg-2" />
        </div>
        <Base.Close aria-label={t("dismiss")} className={classNames(buttonClasses("ghost", "icon"), "size-6 shrink-0")}>
          <X aria-hidden />
        </Base.Close>
      </Base.Content>
    </Base.Root>
  ));
}
