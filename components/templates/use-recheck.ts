"use client";

import { useEffect, useEffectEvent } from "react";
import { useFormState } from "react-hook-form";
import { useFormContext } from "#components/forms/form-context.ts";
import type { TemplateValues } from "#lib/templates/schemas.ts";

/**
 * Checks the fields that are wrong again whenever any value changes: what is wrong with one field often depends on others,
 * and a field that is hidden by then is wrong no more. What the server refused stays until its own field is changed.
 */
export function useRecheck(values: TemplateValues): void {
  const { control, trigger } = useFormContext();
  const { errors } = useFormState({ control });
  const recheck = useEffectEvent(() => {
    const names = wrongFields(errors);
    if (names.length > 0) void trigger(names);
  });
  useEffect(() => recheck(), [values]);
}

function wrongFields(errors: object, prefix = ""): string[] {
  return Object.entries(errors).flatMap(([key, error]) => {
    if (typeof error !== "object" || error === null || key === "ref") return [];
    const { type } = error as { type?: unknown };
    if (typeof type === "string") return type === "server" ? [] : [prefix + key];
    return wrongFields(error, `${prefix}${key}.`);
  });
}
