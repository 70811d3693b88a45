"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import X from "lucide-react/icons/x";
import { useTranslations } from "next-intl";
import { useRef, type ReactNode, type RefObject } from "react";
import { buttonClasses } from "./button.tsx";
import { classNames } from "./class-names.ts";

type DialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  description?: ReactNode;
  children?: ReactNode;
  /** The buttons, in reading order: Cancel first, the act last. */
  footer?: ReactNode;
  size?: "sm" | "md" | "lg";
  /** Where focus starts; by default the first field, where there is one, else the first control. */
  initialFocus?: RefObject<HTMLElement | null>;
  /** Work is under way: neither Escape, nor a press outside, nor the cross closes it. */
  busy?: boolean;
  /** For what must be answered: no cross, and a press outside does not close it. */
  role?: "dialog" | "alertdialog";
};

// Not what only stands in a form for a control of another kind, and no field on a touch screen, where its keyboard would cover the dialog.
const FIELD = ':is(input, textarea, select, [role="combobox"]):not(:disabled, [type="hidden"], [aria-hidden="true"], [tabindex="-1"])';

const WIDTH = { sm: "sm:max-w-md", md: "sm:max-w-xl", lg: "sm:max-w-3xl" };

/** A dialog over the page. Focus stays in it while it is open and returns to the opener; on a phone it fills the width from below. */
export function Dialog(props: DialogProps) {
  const { open, onOpenChange, title, description, children, footer, size = "md", initialFocus, busy, role = "dialog" } = props;
  const t = useTranslations("ui");
  const body = useRef<HTMLDivElement>(null);
  return (
    <Base.Root
      open={open}
      onOpenChange={(next) => (next || !busy) && onOpenChange(next)}
      disablePointerDismissal={busy || role === "alertdialog"}
    >
      <Base.Portal>
        <Base.Backdrop
          className={classNames(
            "fixed inset-0 z-50 min-h-dvh bg-backdrop transition-opacity duration-150",
            "data-starting-style:opacity-0 data-ending-style:opacity-0",
          )}
        />
        <Base.Viewport className="fixed inset-0 z-50 flex items-end justify-center overflow-y-auto overscroll-contain sm:items-start sm:p-6 sm:pt-[12vh]">
          <Base.Popup
            role={role}
            initialFocus={initialFocus ?? ((opener) => (opener === "touch" ? true : (body.current?.querySelector<HTMLElement>(FIELD) ?? true)))}
            className={classNames(
              "flex max-h-[92dvh] w-full flex-col rounded-t-lg border border-line bg-surface shadow-lg outline-none sm:max-h-[80dvh] sm:rounded-lg",
              "transition-[opacity,translate] duration-150 data-starting-style:translate-y-2 data-starting-style:opacity-0 data-ending-style:opacity-0",
              WIDTH[size],
            )}
          >
            <header className="flex items-start gap-3 px-5 pt-4 pb-3">
              <div className="min-w-0 flex-1">
                <Base.Title className="text-lg font-semibold">{title}</Base.Title>
                {description && <Base.Description className="mt-1 text-sm text-fg-2">{description}</Base.Description>}
              </div>
              {role === "dialog" && (
                <Base.Close
                  aria-label={t("close")}
                  aria-disabled={busy || undefined}
                  className={classNames(buttonClasses("ghost", "icon"), "-me-1.5 size-7 shrink-0")}
                >
                  <X aria-hidden />
                </Base.Close>
              )}
            </header>
            {children && <div ref={body} className="min-h-0 flex-1 overflow-y-auto px-5 pt-1 pb-5 text-sm">{children}</div>}
            {footer && (
              <footer className="flex flex-wrap justify-end gap-2 rounded-b-lg border-t border-line bg-surface-2 px-5 py-3">{footer}</footer>
            )}
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}
