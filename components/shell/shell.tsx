import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { ArrivalFocus } from "./arrival-focus.tsx";
import { ArrivalMark } from "./arrival-mark.tsx";
import { ContextBar } from "./context-bar.tsx";
import { PortalPage } from "./fresh-pages.tsx";
import { LiveProvider } from "./live.tsx";
import { NavigationPanel } from "./navigation-panel.tsx";
import { ReachedPages } from "./reached-pages.tsx";
import { hasContextBar } from "./shell-context.ts";
import type { ShellContext } from "./shell-context.ts";
import { TopBar } from "./top-bar.tsx";
import { TrailProvider } from "./trail.tsx";

const MAIN = "content";

/** What stands around every page behind sign-in. */
export function Shell({ context, children }: { context: ShellContext; children: ReactNode }) {
  const t = useTranslations("shell");
  return (
    <LiveProvider accountId={context.account?.id ?? null} madeAt={context.madeAt}>
      <TrailProvider>
        <a
          href={`#${MAIN}`}
          className="fixed start-2 -top-16 z-60 rounded-md bg-accent px-3.5 py-2 text-sm font-semibold text-accent-fg shadow-lg focus:top-2"
        >
          {t("skipToContent")}
        </a>
        <div className="min-h-dvh lg:grid lg:grid-cols-[var(--nav)_minmax(0,1fr)]">
          <aside aria-label={t("productName")} className="sticky top-0 h-dvh overflow-y-auto bg-nav-bg max-lg:hidden">
            <NavigationPanel context={context} />
          </aside>
          <div className={classNames("min-w-0", hasContextBar(context) && "[--context:2.0625rem]")}>
            <TopBar context={context} />
            <ContextBar context={context} />
            <main id={MAIN} tabIndex={-1} className="relative px-3.5 py-5 outline-none md:px-7 [&_h1]:outline-none">
              <ReachedPages navigation={context.navigation}>{children}</ReachedPages>
              <ArrivalMark />
            </main>
          </div>
        </div>
        <ArrivalFocus mainId={MAIN} />
        <PortalPage />
      </TrailProvider>
    </LiveProvider>
  );
}
