"use client";

import { createContext, use, useEffect, useState } from "react";
import type { ReactNode } from "react";

/** One step of the breadcrumb below the page of the navigation. */
export type TrailStep = { label: string; href?: string };

const NO_STEPS: readonly TrailStep[] = [];

const StepsContext = createContext<readonly TrailStep[]>(NO_STEPS);
const SetStepsContext = createContext<(steps: readonly TrailStep[]) => void>(() => undefined);

/** Carries the steps from the page, which knows them, to the bar above it. */
export function TrailProvider({ children }: { children: ReactNode }) {
  const [steps, setSteps] = useState(NO_STEPS);
  return (
    <SetStepsContext value={setSteps}>
      <StepsContext value={steps}>{children}</StepsContext>
    </SetStepsContext>
  );
}

export function useTrail(): readonly TrailStep[] {
  return use(StepsContext);
}

/** Put into a page that lies below an entry of the navigation: adds its steps to the breadcrumb, the page itself last. */
export function Trail({ steps }: { steps: readonly TrailStep[] }) {
  const setSteps = use(SetStepsContext);
  const text = JSON.stringify(steps);
  useEffect(() => {
    setSteps(JSON.parse(text));
    return () => setSteps(NO_STEPS);
  }, [setSteps, text]);
  return null;
}
