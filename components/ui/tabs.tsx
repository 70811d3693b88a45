"use client";

import { Tabs as Base } from "@base-ui/react/tabs";
import type { ReactNode } from "react";
import { TAB, TAB_LIST } from "./tab-classes.ts";

type TabsProps<Value extends string> = {
  label: string;
  tabs: readonly { value: Value; label: ReactNode; panel: ReactNode; disabled?: boolean }[];
  defaultValue?: Value;
  value?: Value;
  onValueChange?: (value: Value) => void;
};

/** Panels of one page, one in sight. Where each has its own address take `TabLinks`. */
export function Tabs<Value extends string>({ label, tabs, defaultValue, value, onValueChange }: TabsProps<Value>) {
  return (
    <Base.Root defaultValue={defaultValue ?? tabs[0]?.value} value={value} onValueChange={onValueChange}>
      <Base.List aria-label={label} className={TAB_LIST}>
        {tabs.map((tab) => (
          <Base.Tab key={tab.value} value={tab.value} disabled={tab.disabled} className={TAB}>
            {tab.label}
          </Base.Tab>
        ))}
      </Base.List>
      {tabs.map((tab) => (
        <Base.Panel key={tab.value} value={tab.value} className="pt-4">
          {tab.panel}
        </Base.Panel>
      ))}
    </Base.Root>
  );
}
