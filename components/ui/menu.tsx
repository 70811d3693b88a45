"use client";

import { Menu as Base } from "@base-ui/react/menu";
import Check from "lucide-react/icons/check";
import { Link } from "./link.tsx";
import type { ReactElement, ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { POPUP, POPUP_ITEM, POPUP_LAYER } from "./popup-classes.ts";

type MenuProps = {
  /** The button that opens it, such as a `Button` or an `IconButton`. */
  trigger: ReactElement;
  children: ReactNode;
  align?: "start" | "center" | "end";
  side?: "top" | "bottom" | "inline-end" | "inline-start";
  /** Opens also when the button is pointed at. */
  openOnHover?: boolean;
};

/** A menu of acts and links behind a button. */
export function Menu({ trigger, children, align = "end", side = "bottom", openOnHover }: MenuProps) {
  return (
    <Base.Root modal={false}>
      <Base.Trigger render={trigger} openOnHover={openOnHover} delay={150} />
      <Base.Portal>
        <Base.Positioner sideOffset={4} side={side} align={align} collisionPadding={8} className={POPUP_LAYER}>
          <Base.Popup className={classNames(POPUP, "min-w-48 overflow-y-auto p-1")}>{children}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

type MenuItemProps = { icon?: ReactNode; children: ReactNode; onSelect: () => void; danger?: boolean; disabled?: boolean; hint?: ReactNode };

/** One act of a menu. `hint` says more below it, such as why it is disabled. */
export function MenuItem({ icon, children, onSelect, danger, disabled, hint }: MenuItemProps) {
  return (
    <Base.Item onClick={onSelect} disabled={disabled} className={classNames(POPUP_ITEM, danger && DANGER)}>
      {icon}
      <span className="min-w-0 flex-1">
        {children}
        {hint && <span className="block text-xs text-fg-3">{hint}</span>}
      </span>
    </Base.Item>
  );
}

const DANGER = "not-data-disabled:text-bad data-highlighted:bg-bad-soft data-highlighted:text-bad";

type MenuLinkProps = { href: string; icon?: ReactNode; children: ReactNode; external?: boolean; current?: boolean };

/** One link of a menu; an external one opens in a new tab. */
export function MenuLink({ href, icon, children, external, current }: MenuLinkProps) {
  const target = external ? <a href={href} target="_blank" rel="noreferrer" /> : <Link href={href} />;
  return (
    <Base.LinkItem render={target} closeOnClick aria-current={current ? "page" : undefined} className={POPUP_ITEM}>
      {icon}
      <span className="min-w-0 flex-1">{children}</span>
      {current && <Check aria-hidden className="text-accent" />}
    </Base.LinkItem>
  );
}

type MenuChoiceProps<Value extends string> = {
  label: string;
  options: readonly { value: Value; label: ReactNode }[];
  value: Value;
  onValueChange: (value: Value) => void;
};

/** A choice of one within a menu, such as the language or the density; the menu closes on it. */
export function MenuChoice<Value extends string>({ label, options, value, onValueChange }: MenuChoiceProps<Value>) {
  return (
    <Base.RadioGroup value={value} onValueChange={onValueChange} aria-label={label}>
      {options.map((option) => (
        <Base.RadioItem key={option.value} value={option.value} closeOnClick className={POPUP_ITEM}>
          <span className="min-w-0 flex-1">{option.label}</span>
          <Base.RadioItemIndicator className="text-accent">
            <Check aria-hidden />
          </Base.RadioItemIndicator>
        </Base.RadioItem>
      ))}
    </Base.RadioGroup>
  );
}

/** Entries that belong together, under a heading. */
export function MenuGroup({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <Base.Group>
      <Base.GroupLabel className="px-2 pt-1.5 pb-1 text-xs font-medium text-fg-3">{label}</Base.GroupLabel>
      {children}
    </Base.Group>
  );
}

/** A line between groups of entries. */
export function MenuSeparator() {
  return <Base.Separator className="-mx-1 my-1 h-px bg-line" />;
}
