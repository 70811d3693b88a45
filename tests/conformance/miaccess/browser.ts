/** As much of a browser as signing in takes: cookies, redirects, forms. */

export type Visit = { url: string; status: number; text: string };

export type Browser = {
  /** Follows redirects as long as they stay on the same origin; one that leaves it is the visit's `url`, unvisited. */
  open(url: string): Promise<Visit>;
  /** Sends the form on a page, with the values of its hidden fields and `fields`. */
  submit(page: Visit, fields: Record<string, string>, headers?: Record<string, string>): Promise<Visit>;
};

/** Headers of a request whose connection is not kept for another one. */
export const ONE_REQUEST = { connection: "close" };

const ENTITIES: Record<string, string> = { "&amp;": "&", "&quot;": '"', "&#39;": "'", "&lt;": "<", "&gt;": ">" };

export function makeBrowser(): Browser {
  const cookies = new Map<string, { value: string; path: string }>();

  function cookieHeader(path: string): string {
    const matching = [...cookies].filter(([, cookie]) => path === cookie.path || path.startsWith(cookie.path.replace(/\/?$/, "/")));
    return matching.map(([name, { value }]) => `${name}=${value}`).join("; ");
  }

  function keepCookies(headers: Headers): void {
    for (const line of headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      const path = /; ?path=([^;]+)/i.exec(line)?.[1] ?? "/";
      if (value === "" || /expires=Thu, 01 Jan 1970/i.test(line)) cookies.delete(name);
      else cookies.set(name, { value, path });
    }
  }

  async function visit(url: string, init: RequestInit = {}): Promise<Visit> {
    const { origin, pathname } = new URL(url);
    const response = await fetch(url, { ...init, redirect: "manual", headers: { ...ONE_REQUEST, ...init.headers, cookie: cookieHeader(pathname) } });
    keepCookies(response.headers);
    const location = response.headers.get("location");
    if (location === null) return { url, status: response.status, text: await response.text() };
    const target = new URL(location, url);
    return target.origin === origin ? visit(target.href) : { url: target.href, status: response.status, text: "" };
  }

  return {
    open: (url) => visit(url),
    submit(page, fields, headers = {}) {
      const action = /<form[^>]* action="([^"]+)"/.exec(page.text)?.[1]?.replace(/&[#\w]+;/g, (entity) => ENTITIES[entity] ?? entity);
      const hidden = [...page.text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name = "", value = ""]) => [name, value]);
      const target = new URL(action ?? "", page.url);
      const body = new URLSearchParams({ ...Object.fromEntries(hidden), ...fields });
      return visit(target.href, { method: "POST", body, headers: { origin: target.origin, ...headers } });
    },
  };
}
