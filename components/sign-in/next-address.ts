/** Only there to read an address as a browser would. */
const HERE = "http://portal.invalid";

/**
 * Where sign-in leads: only to a page of this portal, never to another site (open redirect). The address is read by the rules
 * of browsers, which skip tabs and take "\" for "/".
 */
export function safeNext(next: string | string[] | undefined): string {
  const url = typeof next === "string" && next.startsWith("/") && URL.canParse(next, HERE) ? new URL(next, HERE) : null;
  // What dots have come out of may begin with "//" only now: "/.//elsewhere" leads elsewhere.
  if (!url || url.origin !== HERE || /^\/(\/|(login|logout|api)(\/|$))/.test(url.pathname)) return "/dashboard";
  return url.pathname + url.search + url.hash;
}
