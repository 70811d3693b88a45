"use client";

import { useState } from "react";
import { ApplicationLauncher } from "#components/applications/application-launcher.tsx";
import { AvatarMenu } from "./avatar-menu.tsx";
import { Breadcrumb } from "./breadcrumb.tsx";
import { JumpButton } from "./jump-button.tsx";
import { NarrowNavigation } from "./narrow-navigation.tsx";
import { NotificationBell } from "./notification-bell.tsx";
import type { ShellContext } from "./shell-context.ts";
import { Shortcuts } from "./shortcuts.tsx";
import { useRecentAccounts } from "./use-recent-accounts.ts";

/** Where one is, at the start; search, applications, bell and oneself at the end. It stays in sight. */
export function TopBar({ context }: { context: ShellContext }) {
  const [helpOpen, setHelpOpen] = useState(false);
  useRecentAccounts(context);
  return (
    <header className="sticky top-0 z-30 flex h-bar items-center gap-2.5 border-b border-line bg-surface px-3.5 md:px-6">
      <NarrowNavigation context={context} />
      <Breadcrumb context={context} />
      <JumpButton context={context} />
      <ApplicationLauncher isPartner={context.partner !== null} />
      {context.hasNotifications && <NotificationBell />}
      <AvatarMenu person={context.person} links={context.links} theme={context.theme} onShowShortcuts={() => setHelpOpen(true)} />
      <Shortcuts navigation={context.navigation} helpOpen={helpOpen} onHelpOpenChange={setHelpOpen} />
    </header>
  );
}
