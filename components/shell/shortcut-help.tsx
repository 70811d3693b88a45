"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import type { ReactNode } from "react";
import { Dialog } from "#components/ui/dialog.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { Switch } from "#components/ui/switch.tsx";
import { pagesOf } from "./navigation.ts";
import type { NavigationItem } from "./navigation.ts";
import { rememberSingleKeys, singleKeysOn } from "./single-keys.ts";

type ShortcutHelpProps = { open: boolean; onOpenChange: (open: boolean) => void; navigation: readonly NavigationItem[] };

/** All shortcuts at a glance, and the switch that turns single keys off. */
export function ShortcutHelp({ open, onOpenChange, navigation }: ShortcutHelpProps) {
  const t = useTranslations("shell.shortcuts");
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t("title")} size="lg">
      <div className="grid gap-x-8 gap-y-5 sm:grid-cols-2">
        <div className="flex flex-col gap-5">
          <Section title={t("everywhere")}>
            <Shortcut keys={[t("ctrl"), "K"]} means={t("palette")} />
            <Shortcut keys={["?"]} means={t("help")} />
          </Section>
          <Section title={t("lists")}>
            <Shortcut keys={["/"]} means={t("search")} />
            <Shortcut keys={["j"]} or={["↓"]} means={t("next")} />
            <Shortcut keys={["k"]} or={["↑"]} means={t("previous")} />
            <Shortcut keys={["x"]} means={t("select")} />
            <Shortcut keys={[t("shift"), "x"]} means={t("range")} />
            <Shortcut keys={[t("enter")]} means={t("openRow")} />
          </Section>
        </div>
        <GoToSection navigation={navigation} />
      </div>
      {open && <SingleKeys />}
    </Dialog>
  );
}

function GoToSection({ navigation }: { navigation: readonly NavigationItem[] }) {
  const t = useTranslations("shell");
  return (
    <Section title={t("shortcuts.goTo")}>
      {pagesOf(navigation).map((page) => (
        <Shortcut key={page.id} keys={["g", page.key]} means={t(`navigation.${page.id}`)} />
      ))}
    </Section>
  );
}

function SingleKeys() {
  const t = useTranslations("shell.shortcuts");
  const [on, setOn] = useState(singleKeysOn);
  const id = useId();
  const change = (next: boolean) => {
    setOn(next);
    rememberSingleKeys(next);
  };
  return (
    <div className="mt-5 flex items-start gap-3 border-t border-line pt-4">
      <Switch id={id} checked={on} onCheckedChange={change} aria-describedby={`${id}-hint`} />
      <div>
        <label htmlFor={id} className="font-semibold">
          {t("singleKeys")}
        </label>
        <p id={`${id}-hint`} className="text-xs text-fg-3">
          {t("singleKeysHint")}
        </p>
      </div>
    </div>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3 className="mb-1 font-semibold">{title}</h3>
      <dl>{children}</dl>
    </section>
  );
}

function Shortcut({ keys, or, means }: { keys: readonly string[]; or?: readonly string[]; means: string }) {
  const t = useTranslations("shell.shortcuts");
  const drawn = (sequence: readonly string[]) => sequence.map((key) => <Kbd key={key}>{key}</Kbd>);
  return (
    <div className="flex min-h-7 items-center justify-between gap-3">
      <dt className="text-fg-2">{means}</dt>
      <dd className="flex items-center gap-1 text-xs text-fg-3">
        {drawn(keys)}
        {or && (
          <>
            {t("or")} {drawn(or)}
          </>
        )}
      </dd>
    </div>
  );
}
