/** The provisioning service's requests to the application, in its own dialect of SCIM 2.0. */

export type Resource = Record<string, unknown> & { id?: string };
export type Change = { op: "Add" | "Replace"; path: string; value: string };

/** What the application answered instead of what was asked for, or why it could not be reached. */
export class ApplicationError extends Error {
  /** 0 when there was no answer. */
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.name = "ApplicationError";
    this.status = status;
  }
}

export type ScimClient = {
  /** The first user or group whose attribute has this value. */
  find(type: "Users" | "Groups", attribute: string, value: string): Promise<Resource | undefined>;
  get(id: string): Promise<Resource>;
  create(type: "Users" | "Groups", resource: Resource): Promise<Resource>;
  change(id: string, changes: Change[]): Promise<void>;
  remove(id: string): Promise<void>;
};

const PATCH = "urn:ietf:params:scim:api:messages:2.0:PatchOp";

/** Below a Tenant URL, whose query part goes along with every request. */
export function addressOf(tenantUrl: string, path: string, query: Record<string, string> = {}): URL {
  const url = new URL(tenantUrl);
  url.pathname = `${url.pathname.replace(/\/+$/, "")}/${path}`;
  const own = url.search.slice(1);
  const more = new URLSearchParams(query).toString();
  url.search = [own, more].filter(Boolean).join("&");
  return url;
}

function describe(status: number, text: string): string {
  try {
    const { detail, scimType } = JSON.parse(text) as { detail?: string; scimType?: string };
    if (detail) return `${status}${scimType ? ` ${scimType}` : ""}: ${detail}`;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  return `${status}: the answer is not SCIM.`;
}

/** Connects to an application; nothing is asked of it yet. */
export function connectTo({ tenantUrl, secretToken, timeoutMs }: { tenantUrl: string; secretToken: string; timeoutMs: number }): ScimClient {
  async function ask(method: string, path: string, { query, body }: { query?: Record<string, string>; body?: unknown } = {}): Promise<Resource> {
    if (!URL.canParse(tenantUrl)) throw new ApplicationError(0, "The Tenant URL is not an address.");
    const headers = { authorization: `Bearer ${secretToken}`, accept: "application/scim+json", ...(body !== undefined && { "content-type": "application/scim+json; charset=utf-8" }) };
    let response: Response;
    try {
      response = await fetch(addressOf(tenantUrl, path, query), { method, headers, redirect: "manual", signal: AbortSignal.timeout(timeoutMs), ...(body !== undefined && { body: JSON.stringify(body) }) });
    } catch (error) {
      throw new ApplicationError(0, `The application can not be reached: ${(error as Error).message}`);
    }
    const text = await response.text();
    if (!response.ok) throw new ApplicationError(response.status, describe(response.status, text));
    if (response.status === 204) return {};
    try {
      return JSON.parse(text) as Resource;
    } catch {
      throw new ApplicationError(response.status, describe(response.status, text));
    }
  }

  return {
    async find(type, attribute, value) {
      const filter = `${attribute} eq ${JSON.stringify(value)}`;
      const page = await ask("GET", type, { query: { filter, ...(type === "Groups" && { excludedAttributes: "members" }) } });
      const resources = page["Resources"];
      if (!Array.isArray(resources)) throw new ApplicationError(200, "The answer is not a SCIM list.");
      return resources[0] as Resource | undefined;
    },
    get: (id) => ask("GET", `Users/${encodeURIComponent(id)}`),
    create: (type, resource) => ask("POST", type, { body: resource }),
    async change(id, changes) {
      await ask("PATCH", `Users/${encodeURIComponent(id)}`, { body: { schemas: [PATCH], Operations: changes } });
    },
    async remove(id) {
      await ask("DELETE", `Users/${encodeURIComponent(id)}`);
    },
  };
}
