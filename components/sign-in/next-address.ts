/** Where sign-in leads: only to a path of this portal, never to another site (open redirect). */
export function safeNext(next: string | undefined): string {
  if (!next || !next.startsWith("/") || next.startsWith("//") || next.includes("\\") || next.startsWith("/login") || next.startsWith("/api/")) return "/dashboard";
  return next;
}
