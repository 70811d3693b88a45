"use client";

import LogIn from "lucide-react/icons/log-in";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
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
  const [csrfToken, setCsrfToken] = useState("");
  const [wanted, setWanted] = useState(atOnce);

  useEffect(() => {
    const leaving = new AbortController();
    fetch("/api/auth/csrf", { signal: leaving.signal })
      .then((response) => response.json() as Promise<{ csrfToken: string }>)
      .then((answer) => setCsrfToken(answer.csrfToken))
      .catch((error: unknown) => {
        if (!leaving.signal.aborted) throw error;
      });
    return () => leaving.abort();
  }, []);

  useEffect(() => {
    if (wanted && csrfToken) form.current?.submit();
  }, [wanted, csrfToken]);

  return (
    <form ref={form} method="post" action="/api/auth/signin/miaccess">
      <input type="hidden" name="csrfToken" value={csrfToken} />
      <input type="hidden" name="callbackUrl" value={destination} />
      <Button size="lg" icon={<LogIn aria-hidden />} pending={wanted} onClick={() => setWanted(true)} className="w-full">
        {t("miaccess")}
      </Button>
    </form>
  );
}
