type Resource = Readonly<Record<string, unknown>>;

/** Always answered (RFC 7643, 3.1 and 7). */
const ALWAYS = new Set(["schemas", "id"]);

/** The names of a list in a query, without the parts behind a dot, in lower case. */
function namesIn(list: string | null): Set<string> | null {
  const names = (list ?? "").split(",").map((name) => name.trim().replace(/^urn:[^,]*:User:/i, "").split(".")[0]!.toLowerCase());
  const filled = names.filter((name) => name !== "");
  return filled.length > 0 ? new Set(filled) : null;
}

/** A resource with the attributes that a request asks for, or without those it does not want (RFC 7644, 3.9): whole ones, never a part. Pure. */
export function project(resource: Resource, query: URLSearchParams): Resource {
  const [wanted, unwanted] = [namesIn(query.get("attributes")), namesIn(query.get("excludedAttributes"))];
  const stays = (name: string) => ALWAYS.has(name) || (wanted ? wanted.has(name.toLowerCase()) : !unwanted?.has(name.toLowerCase()));
  return Object.fromEntries(Object.entries(resource).filter(([name]) => stays(name)));
}
