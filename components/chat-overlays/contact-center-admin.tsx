"use client";

import Headset from "lucide-react/icons/headset";
import { useTranslations } from "next-intl";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Menu, MenuLink } from "#components/ui/menu.tsx";

/** The icon of the contact center on Account Information and what it opens (MICC-02, MICC-03). */
export function ContactCenterAdmin({ accountId }: { accountId: string }) {
  const t = useTranslations("chatOverlays");
  return (
    <Menu trigger={<IconButton label={t("contactCenterAdmin")} icon={<Headset aria-hidden />} variant="secondary" />}>
      <MenuLink href={`/accounts/${accountId}/contact-center/chat-overlays`} icon={<Headset aria-hidden />}>
        {t("contactCenterAdmin")}
      </MenuLink>
    </Menu>
  );
}
