/** The OpenAPI document (3.1) of everything that the door answers. */
import { expect, test } from "vitest";
import { OPEN_OPERATIONS } from "#lib/operations/registry.ts";
import { ERROR_STATUS } from "#lib/operations/schemas.ts";
import { send } from "#tests/builders/rest.ts";

type Parameter = { name: string; in: string; required: boolean; schema: object };
type Described = {
  operationId: string;
  summary: string;
  tags: string[];
  security?: object[];
  parameters: Parameter[];
  requestBody?: { content: Record<string, { schema: { properties?: object; required?: string[] } }> };
  responses: Record<string, { description: string; content: object }>;
};
type Document = {
  openapi: string;
  info: { title: string; version: string };
  servers: { url: string }[];
  components: { securitySchemes: object; schemas: object };
  paths: Record<string, Record<string, Described>>;
};

async function read(): Promise<Document> {
  const { status, body } = await send("GET", "/openapi.json");
  expect(status).toBe(200);
  return body as Document;
}

const all = ({ paths }: Document) => Object.entries(paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, described]) => ({ path, method, ...described })));

test("the document is one of OpenAPI 3.1 and is read without a key", async () => {
  const document = await read();
  expect(document).toMatchObject({ openapi: "3.1.0", info: { title: "Mitel Administration", version: "1" }, servers: [{ url: "/api/v1" }], components: { securitySchemes: { apiKey: { type: "http", scheme: "bearer" } } } });
  for (const path of Object.keys(document.paths)) expect(path).toMatch(/^\/[a-z-]/);
});

test("every operation that has an address is described under it, once", async () => {
  const described = all(await read());
  expect(described.map(({ operationId }) => operationId).toSorted()).toEqual(OPEN_OPERATIONS.map(({ name }) => name).toSorted());
  for (const { name, http, summary, scope } of OPEN_OPERATIONS) {
    const found = described.find(({ operationId }) => operationId === name);
    expect(found, name).toMatchObject({ path: http.path, method: http.method.toLowerCase(), summary });
    expect(found!.security, name).toEqual(scope === "public" ? [] : scope === "billing" ? [{ billingSignature: [] }] : undefined);
  }
});

test("every part of a path is a parameter, and no field is asked for in two places", async () => {
  for (const { path, operationId, parameters, requestBody } of all(await read())) {
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
    expect(parameters.filter((parameter) => parameter.in === "path").map(({ name }) => name), operationId).toEqual(inPath);
    for (const parameter of parameters) expect(parameter, operationId).toEqual({ name: expect.any(String), in: expect.stringMatching(/^(path|query)$/), required: parameter.in === "path" ? true : expect.any(Boolean), schema: expect.any(Object) });
    expect(new Set(parameters.map(({ name }) => name)).size, operationId).toBe(parameters.length);
    const { properties = {}, required = [] } = requestBody?.content["application/json"]?.schema ?? {};
    for (const name of parameters.map((parameter) => parameter.name)) expect([...Object.keys(properties), ...required], `${operationId}: ${name}`).not.toContain(name);
  }
});

test("reads take a query and no body; an upload takes a file and its name", async () => {
  const described = all(await read());
  for (const { method, operationId, requestBody } of described) expect(requestBody !== undefined, operationId).toBe(method !== "get" && method !== "delete");
  const users = described.find(({ operationId }) => operationId === "users.find")!;
  expect(users.parameters.filter((parameter) => parameter.in === "query").map(({ name }) => name)).toEqual(expect.arrayContaining(["search", "size", "after", "sort"]));
  const upload = described.find(({ operationId }) => operationId === "imports.add")!;
  expect(upload.requestBody!.content).toEqual({ "application/octet-stream": { schema: { type: "string", format: "binary" } } });
  expect(upload.parameters.map(({ name }) => name)).toEqual(["accountId", "fileName"]);
});

test("every answer is described: the one of success and every kind of error", async () => {
  for (const { operationId, responses } of all(await read())) {
    expect(Object.keys(responses).toSorted(), operationId).toEqual(["200", ...new Set(Object.values(ERROR_STATUS).map(String))].toSorted());
    for (const { description, content } of Object.values(responses)) expect({ description, content }, operationId).toEqual({ description: expect.any(String), content: expect.any(Object) });
  }
});

test("every reference leads somewhere", async () => {
  const document = await read();
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"(#[^"]*)"/g)].map((match) => match[1]!);
  expect(references.length).toBeGreaterThan(0);
  for (const reference of new Set(references)) {
    const target = reference.split("/").slice(1).reduce<unknown>((place, name) => (place as Record<string, unknown> | undefined)?.[name], document);
    expect(target, reference).toBeTypeOf("object");
  }
});
