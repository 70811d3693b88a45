import type { ComponentProps } from "react";
import { classNames } from "./class-names.ts";
import { CONTROL_FRAME } from "./control-classes.ts";

/** A text field of several lines, which grows with its text where the browser can. */
export function Textarea({ className, rows = 3, ...rest }: ComponentProps<"textarea">) {
  return (
    <textarea
      rows={rows}
      {...rest}
      className={classNames(CONTROL_FRAME, "field-sizing-content read-only:bg-surface-2 max-h-80 min-h-20 resize-y px-3 py-2 text-sm", className)}
    />
  );
}
