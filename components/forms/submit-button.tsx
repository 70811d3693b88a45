"use client";

import type { ReactNode } from "react";
import { Button, type ButtonSize } from "#components/ui/button.tsx";
import { useFormContext } from "./form-context.ts";

type SubmitButtonProps = { children: ReactNode; icon?: ReactNode; size?: ButtonSize; variant?: "primary" | "danger"; className?: string };

/** Sends the form around it. It is never disabled for faults; pressing it shows them. */
export function SubmitButton({ children, icon, size, variant = "primary", className }: SubmitButtonProps) {
  const { saving } = useFormContext();
  return (
    <Button type="submit" variant={variant} size={size} icon={icon} pending={saving} className={className}>
      {children}
    </Button>
  );
}
