/** The OpenAPI 3.1 document of `/api/v1`, out of the registry. */
import { z } from "zod";
import { SIGNATURE_HEADER } from "#lib/billing/signature.ts";
import { OPEN_OPERATIONS } from "./registry.ts";
import type { OpenOperation } from "./registry.ts";
import { ERROR_STATUS, ErrorBody } from "./schemas.ts";

type Schemas = Record<string, Record<string, unknown>>;

let document: Record<string, unknown> | undefined;

/** The document, made at the first call. */
export function openApiDocument(): Record<string, unknown> {
  document ??= makeDocument();
  return document;
}

function makeDocument(): Record<string, unknown> {
  const schemas: Schemas = {};
  schemas["Error"] = jsonSchema(ErrorBody, "output", schemas);
  return {
    openapi: "3.1.0",
    info: { title: "Mitel Administration", version: "1", description: "Everything the portal does, over HTTP. Sign in with an API key of a user." },
    servers: [{ url: "/api/v1" }],
    security: [{ apiKey: [] }],
    paths: paths(schemas),
    components: { securitySchemes: SECURITY_SCHEMES, schemas },
  };
}

const SECURITY_SCHEMES = {
  apiKey: { type: "http", scheme: "bearer" },
  billingSignature: { type: "apiKey", in: "header", name: SIGNATURE_HEADER, description: "t=UNIX SECONDS,v1=HEX of HMAC-SHA256 over the seconds, a full stop and the body, by the secret of the partner account" },
};

/** How a request is known, where it is not by an API key. */
function securityOf({ scope }: OpenOperation): { security?: Record<string, string[]>[] } {
  if (scope === "public") return { security: [] };
  return scope === "billing" ? { security: [{ billingSignature: [] }] } : {};
}

function paths(schemas: Schemas): Record<string, Record<string, unknown>> {
  const byPath: Record<string, Record<string, unknown>> = {};
  for (const operation of OPEN_OPERATIONS) {
    const entry = (byPath[operation.http.path] ??= {});
    entry[operation.http.method.toLowerCase()] = describeOperation(operation, schemas);
  }
  return byPath;
}

function describeOperation(operation: OpenOperation, schemas: Schemas): Record<string, unknown> {
  const inPath = [...operation.http.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!);
  const { properties, required, ...input } = fieldsOf(jsonSchema(operation.input, "input", schemas), [...inPath, "file"]);
  const hasBody = operation.http.method !== "GET" && operation.http.method !== "DELETE";
  const named = inPath.map((name) => ({ name, in: "path", required: true, schema: { type: "string" } }));
  const isQuery = !hasBody || operation.http.takesFile;
  const query = isQuery ? Object.entries(properties).map(([name, schema]) => ({ name, in: "query", required: required.includes(name), schema })) : [];
  return {
    operationId: operation.name,
    summary: operation.summary,
    tags: [operation.name.split(".")[0]],
    ...securityOf(operation),
    ...(operation.permission.length > 0 ? { "x-permission": operation.permission } : {}),
    parameters: [...named, ...query],
    ...(hasBody ? { requestBody: requestBody(operation, { ...input, properties, required }) } : {}),
    responses: { 200: { description: "Done", content: { "application/json": { schema: jsonSchema(operation.output, "output", schemas) } } }, ...errorResponses() },
  };
}

type Fields = { properties: Record<string, unknown>; required: string[] };

/** The schema of an operation's input without the fields that have a place of their own in a request. */
function fieldsOf(input: Partial<Fields>, elsewhere: string[]): Fields {
  const { properties = {}, required = [], ...rest } = input;
  return {
    ...rest,
    properties: Object.fromEntries(Object.entries(properties).filter(([name]) => !elsewhere.includes(name))),
    required: required.filter((name) => !elsewhere.includes(name)),
  };
}

function requestBody(operation: OpenOperation, input: Record<string, unknown>): Record<string, unknown> {
  if (operation.http.takesFile) return { content: { "application/octet-stream": { schema: { type: "string", format: "binary" } } } };
  return { content: { "application/json": { schema: input } } };
}

function errorResponses(): Record<string, unknown> {
  const schema = { $ref: "#/components/schemas/Error" };
  return Object.fromEntries(Object.entries(ERROR_STATUS).map(([code, status]) => [status, { description: code, content: { "application/json": { schema } } }]));
}

/** The JSON schema of a shape. What it refers to within itself goes to the schemas of the document, where OpenAPI looks for it. */
function jsonSchema(schema: z.ZodType, io: "input" | "output", schemas: Schemas): Record<string, unknown> {
  const { $schema: _, ...made } = z.toJSONSchema(schema, { io, unrepresentable: "any" });
  const names = new Map(Object.keys(made.$defs ?? {}).map((name, index) => [`#/$defs/${name}`, `Part${Object.keys(schemas).length + index}`]));
  const text = JSON.stringify(made).replaceAll(/"\$ref":"([^"]+)"/g, (whole, reference: string) => (names.has(reference) ? `"$ref":"#/components/schemas/${names.get(reference)}"` : whole));
  const { $defs = {}, ...rest } = JSON.parse(text) as { $defs?: Schemas };
  for (const [name, definition] of Object.entries($defs)) schemas[names.get(`#/$defs/${name}`)!] = definition;
  return rest;
}
