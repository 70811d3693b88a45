"use client";

import LogIn from "lucide-react/icons/log-in";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/button.tsx";

type MiAccessButtonProps = {
  destination: string;
  /** Goes to MiAccess without a click: the person came from there (LOGIN-04). */
  atOnce: boolean;
};

/** Leads to the MiAccess login page (LOGIN-02, LOGIN-03). The token keeps another site from starting a sign-in. */
export function MiAccessButton({ destination, atOnce }: MiAccessButtonProps) {
  const t = useTranslations("signIn");
  const form = useRef<HTMLFormElement>(null);
  const token = useRef<HTMLInputElement>(null);
  const [state, setState] = useState<"here" | "leaving" | "failed">(atOnce ? "leaving" : "here");

  useEffect(() => {
    if (state !== "leaving") return;
    let over = false;
    void newCsrfToken().then((csrfToken) => {
      if (over) return;
      if (csrfToken === null) return setState("failed");
      token.current!.value = csrfToken;
      form.current!.submit();
    });
    return () => {
      over = true;
    };
  }, [state]);
  useEffect(() => {
    // Who comes back from MiAccess to the page as it was left may press again.
    const comeBack = ({ persisted }: PageTransitionEvent) => persisted && setState("here");
    window.addEventListener("pageshow", comeBack);
    return () => window.removeEventListener("pageshow", comeBack);
  }, []);

  return (
    <form ref={form} method="post" action="/api/auth/signin/miaccess" className="grid gap-3">
      <input ref={token} type="hidden" name="csrfToken" />
      <input type="hidden" name="callbackUrl" value={destination} />
      {state === "failed" && <Banner tone="bad" title={t("miaccessUnreachable")} live />}
      <Button size="lg" icon={<LogIn aria-hidden />} pending={state === "leaving"} onClick={() => setState("leaving")} className="w-full">
        {t("miaccess")}
      </Button>
    </form>
  );
}

async function newCsrfToken(): Promise<string | null> {
  try {
    const response = await fetch("/api/auth/csrf", { cache: "no-store" });
    return ((await response.json()) as { csrfToken?: string }).csrfToken ?? null;
  } catch {
    return null;
  }
}
