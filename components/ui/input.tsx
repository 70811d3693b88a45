import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { CONTROL_FRAME, CONTROL_HEIGHT, type ControlSize } from "./control-classes.ts";

type InputProps = ComponentProps<"input"> & {
  controlSize?: ControlSize;
  /** A mark at the start, only for the eye. */
  icon?: ReactNode;
  /** A small control or text at the end, within the frame. */
  trailing?: ReactNode;
};

/** A one-line text field. `className` is for the place of the whole; label and messages are the caller's (see `components/forms`). */
export function Input({ controlSize = "md", icon, trailing, className, ...rest }: InputProps) {
  const frame = classNames(CONTROL_FRAME, CONTROL_HEIGHT[controlSize], "read-only:bg-surface-2", icon ? "ps-9" : "ps-3", trailing ? "pe-10" : "pe-3");
  if (!icon && !trailing) return <input {...rest} className={classNames(frame, className)} />;
  return (
    <span className={classNames("relative flex w-full items-center", className)}>
      {icon && <span className="pointer-events-none absolute start-3 text-fg-3 [&_svg]:size-4">{icon}</span>}
      <input {...rest} className={frame} />
      {trailing && <span className="absolute end-1 flex items-center">{trailing}</span>}
    </span>
  );
}
