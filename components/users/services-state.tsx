"use client";

import Check from "lucide-react/icons/check";
import Clock from "lucide-react/icons/clock";
import Loader from "lucide-react/icons/loader";
import { useTranslations } from "next-intl";
import { Pill } from "#components/ui/pill.tsx";
import type { UserView } from "#lib/users/schemas.ts";

type ServicesStateProps = { user: Pick<UserView, "services" | "progress" | "differences"> };

/** How the services of a user stand on the phone systems. */
export function ServicesState({ user: { services, progress, differences } }: ServicesStateProps) {
  const t = useTranslations("users.services");
  switch (services) {
    case "none":
      return <span className="text-fg-3">{t("none")}</span>;
    case "planned":
      return <Pill icon={<Clock aria-hidden />}>{t("planned")}</Pill>;
    case "working":
      return (
        <Pill tone="accent" icon={<Loader aria-hidden />}>
          {progress ? t("progress", progress) : t("working")}
        </Pill>
      );
    case "in_sync":
      return (
        <Pill tone="good" icon={<Check aria-hidden />}>
          {t("in_sync")}
        </Pill>
      );
    case "differs":
      return <Pill tone="warn">{t("differs", { count: differences })}</Pill>;
    case "failed":
      return <Pill tone="bad">{t("failed")}</Pill>;
  }
}
