"use client";

import type { ComponentProps, ReactNode } from "react";
import { buttonClasses, type ButtonVariant } from "./button.tsx";
import { classNames } from "./class-names.ts";
import { Spinner } from "./spinner.tsx";
import { Tooltip } from "./tooltip.tsx";

type IconButtonProps = Omit<ComponentProps<"button">, "children" | "aria-label"> & {
  /** What it does, in words: its name for a screen reader and its tooltip. */
  label: string;
  icon: ReactNode;
  variant?: ButtonVariant;
  size?: "xs" | "sm" | "md";
  pending?: boolean;
};

const SQUARE = { xs: "size-6", sm: "size-7", md: "size-control" };

/** A button with an icon only. */
export function IconButton({ label, icon, variant = "ghost", size = "md", pending, className, ...rest }: IconButtonProps) {
  return (
    <Tooltip content={label}>
      <button
        type="button"
        {...rest}
        aria-label={label}
        aria-disabled={pending || rest["aria-disabled"] || undefined}
        aria-busy={pending || undefined}
        data-pending={pending ? "" : undefined}
        className={classNames(buttonClasses(variant, "icon"), SQUARE[size], "shrink-0", className)}
      >
        {pending ? <Spinner /> : icon}
      </button>
    </Tooltip>
  );
}
