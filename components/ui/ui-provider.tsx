"use client";

import { CSPProvider } from "@base-ui/react/csp-provider";
import { DirectionProvider } from "@base-ui/react/direction-provider";
import { Tooltip } from "@base-ui/react/tooltip";
import type { ReactNode } from "react";
import { RequestLanguage } from "#components/api/request-language.tsx";
import "#components/forms/history-gate.ts";
import { Toaster } from "./toast.tsx";

type UiProviderProps = {
  direction?: "ltr" | "rtl";
  children: ReactNode;
};

/** What the primitives need around them; once, in the root layout, within the provider of messages. */
export function UiProvider({ direction = "ltr", children }: UiProviderProps) {
  return (
    <CSPProvider disableStyleElements>
      <DirectionProvider direction={direction}>
        <Tooltip.Provider delay={400}>
          {children}
          <Toaster />
        </Tooltip.Provider>
        <RequestLanguage />
      </DirectionProvider>
    </CSPProvider>
  );
}
