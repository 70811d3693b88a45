import { Link } from "./link.tsx";
import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { Spinner } from "./spinner.tsx";

export type ButtonVariant = "primary" | "secondary" | "ghost" | "danger" | "inverse";
export type ButtonSize = "sm" | "md" | "lg";

const VARIANT: Record<ButtonVariant, string> = {
  primary: "border-transparent bg-accent text-accent-fg shadow-sm not-aria-disabled:hover:bg-accent-hover",
  secondary: "border-line-strong bg-surface text-fg shadow-sm not-aria-disabled:hover:bg-surface-2 not-aria-disabled:hover:border-fg-3",
  ghost: "border-transparent text-fg-2 not-aria-disabled:hover:bg-fg/6 not-aria-disabled:hover:text-fg",
  danger: "border-transparent bg-bad text-accent-fg shadow-sm not-aria-disabled:hover:bg-bad-hover",
  inverse: "border-transparent text-inherit not-aria-disabled:hover:bg-current/12",
};

const SIZE: Record<ButtonSize | "icon", string> = {
  sm: "min-h-7 gap-1.5 px-2.5 text-xs",
  md: "min-h-control gap-2 px-3.5 text-sm",
  lg: "min-h-10 gap-2 px-4 text-sm",
  icon: "",
};

/** The look of a button, for the few elements that must look like one and are none. */
export function buttonClasses(variant: ButtonVariant, size: ButtonSize | "icon"): string {
  return classNames(
    "inline-flex max-w-full items-center justify-center rounded-md border text-center font-semibold select-none",
    "transition-colors not-data-pending:disabled:opacity-50 not-data-pending:aria-disabled:opacity-50 [&_svg]:size-4 [&_svg]:shrink-0",
    VARIANT[variant],
    SIZE[size],
  );
}

type ButtonProps = ComponentProps<"button"> & {
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: ReactNode;
  /** Work is under way: the button keeps its place, its words and the focus, turns a mark, and does nothing when pressed. */
  pending?: boolean;
};

/** A button. `className` is for its place (margins, width), not its look. */
export function Button({ variant = "secondary", size = "md", type = "button", icon, pending, className, children, onClick, ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      type={pending ? "button" : type}
      className={classNames(buttonClasses(variant, size), className)}
      aria-disabled={pending || rest["aria-disabled"] || undefined}
      aria-busy={pending || undefined}
      data-pending={pending ? "" : undefined}
      onClick={pending ? undefined : onClick}
    >
      {pending ? <Spinner /> : icon}
      {children}
    </button>
  );
}

type ButtonLinkProps = ComponentProps<typeof Link> & { variant?: ButtonVariant; size?: ButtonSize; icon?: ReactNode };

/** A link that looks like a button, for what leads to another page. */
export function ButtonLink({ variant = "secondary", size = "md", icon, className, children, ...rest }: ButtonLinkProps) {
  return (
    <Link {...rest} className={classNames(buttonClasses(variant, size), className)}>
      {icon}
      {children}
    </Link>
  );
}
