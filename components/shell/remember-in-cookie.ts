const YEAR_S = 365 * 24 * 60 * 60;

/** Keeps a choice of this browser for a year, where the server reads it with the next page. */
export function rememberInCookie(name: string, value: string): void {
  const secure = window.location.protocol === "https:" ? "; secure" : "";
  document.cookie = `${name}=${encodeURIComponent(value)}; path=/; max-age=${YEAR_S}; samesite=lax${secure}`;
}
