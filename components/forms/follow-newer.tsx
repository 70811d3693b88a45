"use client";

import { useEffect, useEffectEvent } from "react";
import { useFormState } from "react-hook-form";
import { countChanges } from "./field-errors.ts";
import { useFormContext } from "./form-context.ts";

/** Fills the form anew when what it is about was changed by somebody else, as long as nothing typed would be lost by it. */
export function FollowNewer({ isNewer, onFollow }: { isNewer: boolean; onFollow: () => void }) {
  const { control, saving } = useFormContext();
  const { dirtyFields } = useFormState({ control });
  const isUntouched = !saving && countChanges(dirtyFields) === 0;
  const follow = useEffectEvent(onFollow);
  useEffect(() => {
    if (isNewer && isUntouched) follow();
  }, [isNewer, isUntouched]);
  return null;
}
