"use client";

import { Popover as Base } from "@base-ui/react/popover";
import type { ReactElement, ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { POPUP, POPUP_LAYER } from "./popup-classes.ts";

type PopoverProps = {
  /** The button that opens it. */
  trigger: ReactElement;
  /** Its name; shown as a heading unless `titleHidden`. */
  title: ReactNode;
  titleHidden?: boolean;
  children: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  align?: "start" | "center" | "end";
  side?: "top" | "bottom" | "inline-end" | "inline-start";
  className?: string;
};

/** A small panel beside its button, for controls that are not a menu (filters, columns, notifications). */
export function Popover({ trigger, title, titleHidden, children, open, onOpenChange, align = "end", side = "bottom", className }: PopoverProps) {
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner sideOffset={6} side={side} align={align} collisionPadding={8} className={POPUP_LAYER}>
          <Base.Popup className={classNames(POPUP, "min-w-56 overflow-y-auto p-3", className)}>
            <Base.Title className={titleHidden ? "sr-only" : "mb-2 text-sm font-semibold"}>{title}</Base.Title>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
