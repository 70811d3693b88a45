"use client";

import { useTranslations } from "next-intl";
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/button.tsx";
import type { EventView } from "#lib/events/schemas.ts";
import type { EventWords } from "./event-words.ts";

/** Says of which object the list is, where it is one object's own history, and leads back to all events. */
export function ObjectNotice({ about, words, onLeave }: { about: EventView | null; words: EventWords; onLeave: () => void }) {
  const t = useTranslations("events");
  return <Banner title={t("about", { asset: about ? words.asset(about) : t("aboutUnknown") })} action={<Button onClick={onLeave}>{t("showAll")}</Button>} />;
}
