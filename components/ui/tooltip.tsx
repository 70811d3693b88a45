"use client";

import { Tooltip as Base } from "@base-ui/react/tooltip";
import type { ReactElement, ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { POPUP_LAYER } from "./popup-classes.ts";

type TooltipProps = { content: ReactNode; children: ReactElement; side?: "top" | "bottom" | "inline-start" | "inline-end" };

/** A short word on hover and focus. It repeats or adds; it never holds what someone needs, as touch does not show it. */
export function Tooltip({ content, children, side = "top" }: TooltipProps) {
  return (
    <Base.Root>
      <Base.Trigger render={children} delay={400} />
      <Base.Portal>
        <Base.Positioner side={side} sideOffset={6} className={POPUP_LAYER}>
          <Base.Popup
            className={classNames(
              "max-w-72 rounded-sm bg-fg px-2 py-1 text-xs font-medium text-surface shadow-lg",
              "transition-opacity duration-100 data-starting-style:opacity-0 data-ending-style:opacity-0 data-instant:duration-0",
            )}
          >
            {content}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
