"use client";

import { useRouter } from "next/navigation";
import { request } from "#components/api/request.ts";
import type { RequestError } from "#components/api/request.ts";
import { rememberInCookie } from "./remember-in-cookie.ts";

/**
 * Changes the language of the portal at once and remembers it: in this browser, and with the person who is signed in, so that
 * it is theirs wherever they sign in next (NAV-11).
 * @returns changes it; gives the error when it could not be kept, and then nothing has changed
 */
export function useLanguageChange(isSignedIn: boolean): (code: string) => Promise<RequestError | null> {
  const router = useRouter();
  return async (code) => {
    const kept = isSignedIn ? await request("PATCH", "/me", { body: { language: code } }) : null;
    if (kept && !kept.ok) return kept.error;
    rememberInCookie("locale", code);
    router.refresh();
    return null;
  };
}
