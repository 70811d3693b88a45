"use client";

import { Dialog } from "@base-ui/react/dialog";
import MenuIcon from "lucide-react/icons/menu";
import X from "lucide-react/icons/x";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { buttonClasses } from "#components/ui/button.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { NavigationPanel } from "./navigation-panel.tsx";
import type { ShellContext } from "./shell-context.ts";

const BACKDROP = classNames(
  "fixed inset-0 z-40 min-h-dvh bg-backdrop transition-opacity duration-150 lg:hidden",
  "data-ending-style:opacity-0 data-starting-style:opacity-0",
);

const PANEL = classNames(
  "fixed inset-y-0 start-0 z-40 w-[min(18rem,calc(100vw-3rem))] overflow-y-auto bg-nav-bg shadow-lg outline-none lg:hidden",
  "transition-[translate] duration-150 data-ending-style:-translate-x-full data-starting-style:-translate-x-full",
  "rtl:data-ending-style:translate-x-full rtl:data-starting-style:translate-x-full",
);

/** On a narrow screen: the button that opens the navigation over the page. Focus stays within until it is closed. */
export function NarrowNavigation({ context }: { context: ShellContext }) {
  const t = useTranslations("shell");
  const [open, setOpen] = useState(false);
  return (
    <Dialog.Root open={open} onOpenChange={setOpen}>
      <Dialog.Trigger aria-label={t("openNavigation")} className={classNames(buttonClasses("ghost", "icon"), "size-control shrink-0 lg:hidden")}>
        <MenuIcon aria-hidden />
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Backdrop className={BACKDROP} />
        <Dialog.Popup className={PANEL}>
          <Dialog.Title className="sr-only">{t("mainNavigation")}</Dialog.Title>
          <NavigationPanel context={context} onNavigate={() => setOpen(false)} />
          <Dialog.Close
            aria-label={t("closeNavigation")}
            className="absolute end-2 top-4 grid size-8 place-items-center rounded-md text-nav-fg [--focus:var(--nav-mark)] hover:bg-nav-active"
          >
            <X aria-hidden className="size-4" />
          </Dialog.Close>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
