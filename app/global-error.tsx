"use client";

import { buttonClasses } from "#components/ui/button.tsx";
import GERMAN from "#lib/messages/de/pages.json" with { type: "json" };
import ENGLISH from "#lib/messages/en/pages.json" with { type: "json" };
import FRENCH from "#lib/messages/fr/pages.json" with { type: "json" };
import { localeFor } from "#lib/messages/languages.ts";
import type { Locale } from "#lib/messages/languages.ts";
import "./globals.css";

const TEXTS: Record<Locale, typeof ENGLISH> = { "en-US": ENGLISH, "en-GB": ENGLISH, fr: FRENCH, de: GERMAN };

/** When not even the layout could be shown: plain, and with its own few texts, since nothing of the portal can be relied on here. */
export default function GlobalError() {
  const locale = typeof document === "undefined" ? "en-US" : localeFor({ remembered: document.documentElement.lang, accepted: navigator.languages.join() });
  const text = TEXTS[locale];
  return (
    <html lang={locale}>
      <body>
        <main className="flex min-h-dvh flex-col items-center justify-center gap-3 px-4 text-center">
          <h1 className="text-xl font-semibold">{text.errorTitle}</h1>
          <p className="max-w-prose text-sm text-fg-2">{text.brokenText}</p>
          <button type="button" onClick={() => location.reload()} className={buttonClasses("primary", "md")}>
            {text.retry}
          </button>
        </main>
      </body>
    </html>
  );
}
