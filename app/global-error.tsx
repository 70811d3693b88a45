"use client";

import GERMAN from "#lib/messages/de/pages.json" with { type: "json" };
import ENGLISH from "#lib/messages/en/pages.json" with { type: "json" };
import FRENCH from "#lib/messages/fr/pages.json" with { type: "json" };
import { localeFor } from "#lib/messages/languages.ts";
import type { Locale } from "#lib/messages/languages.ts";

const TEXTS: Record<Locale, typeof ENGLISH> = { "en-US": ENGLISH, "en-GB": ENGLISH, fr: FRENCH, de: GERMAN };

/** When not even the layout could be shown: plain, and with its own few texts, since nothing of the portal can be relied on here. */
export default function GlobalError({ reset }: { error: Error; reset: () => void }) {
  const locale = typeof document === "undefined" ? "en-US" : localeFor({ remembered: document.documentElement.lang, accepted: navigator.languages.join() });
  const text = TEXTS[locale];
  return (
    <html lang={locale}>
      <body>
        <main>
          <h1>{text.errorTitle}</h1>
          <p>{text.brokenText}</p>
          <button type="button" onClick={reset}>{text.retry}</button>
        </main>
      </body>
    </html>
  );
}
