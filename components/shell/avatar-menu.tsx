"use client";

import Keyboard from "lucide-react/icons/keyboard";
import LogOut from "lucide-react/icons/log-out";
import UserRound from "lucide-react/icons/user-round";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Avatar } from "#components/ui/avatar.tsx";
import { Menu, MenuChoice, MenuGroup, MenuItem, MenuLink, MenuSeparator } from "#components/ui/menu.tsx";
import { rememberInCookie } from "./remember-in-cookie.ts";
import type { ShellContext, Theme } from "./shell-context.ts";
import { applyTheme } from "./theme.ts";

const THEMES: readonly Theme[] = ["light", "dark", "system"];

type AvatarMenuProps = Pick<ShellContext, "person" | "links" | "theme"> & { onShowShortcuts: () => void };

/** Who is signed in, what they may set for themselves, and "Logout" (DASH-04). */
export function AvatarMenu({ person, links, theme: themeAtStart, onShowShortcuts }: AvatarMenuProps) {
  const t = useTranslations("shell.person");
  const [theme, setTheme] = useState(themeAtStart);
  const logout = useRef<HTMLFormElement>(null);

  const change = (next: Theme) => {
    setTheme(next);
    applyTheme(next);
    rememberInCookie("theme", next);
  };
  return (
    <>
      <Menu
        trigger={
          <button type="button" className="grid size-control place-items-center rounded-full">
            <Avatar name={person.name} size="lg" />
            <span className="sr-only">{t("menu", { name: person.name })}</span>
          </button>
        }
      >
        <MenuGroup label={<PersonLabel person={person} />}>
          <MenuSeparator />
          <MenuLink href={links.profile} icon={<UserRound aria-hidden />}>
            {t("profile")}
          </MenuLink>
          <MenuItem icon={<Keyboard aria-hidden />} onSelect={onShowShortcuts}>
            {t("shortcuts")}
          </MenuItem>
        </MenuGroup>
        <MenuSeparator />
        <MenuGroup label={t("theme")}>
          <MenuChoice label={t("theme")} value={theme} onValueChange={change} options={THEMES.map((value) => ({ value, label: t(value) }))} />
        </MenuGroup>
        <MenuSeparator />
        <MenuItem icon={<LogOut aria-hidden />} onSelect={() => logout.current?.requestSubmit()}>
          {t("logout")}
        </MenuItem>
      </Menu>
      {/* A POST, so that no link elsewhere can end the session. */}
      <form ref={logout} method="post" action={links.logout} hidden />
    </>
  );
}

function PersonLabel({ person }: Pick<ShellContext, "person">) {
  return (
    <span className="flex max-w-72 flex-col pb-0.5">
      <span className="truncate text-sm font-semibold text-fg">{person.name}</span>
      <span className="truncate font-normal">{person.email}</span>
      <span className="font-normal">{person.role}</span>
    </span>
  );
}
