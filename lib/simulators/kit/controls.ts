/**
 * What a tester has on every peer, under the peer's own credentials: `GET /_state` (all it holds, secrets left out),
 * `GET` and `PUT /_settings`, `GET` and `PUT /_faults`, and the console at `/`.
 */
import { z } from "zod";
import { json, page, seeOther } from "./answers.ts";
import { renderConsole } from "./console.ts";
import type { Faults } from "./faults.ts";
import type { PeerDefinition } from "./peer.ts";
import type { Route } from "./routes.ts";
import { STYLE } from "./style.ts";
import { parseBody } from "./validation.ts";

const OutageForm = z.object({ outage: z.enum(["on", "off"]) });

/** The routes of the tester's controls; none of them is hit by a fault. */
export function controlRoutes(definition: PeerDefinition, faults: Faults): Route[] {
  const control = true;
  return [
    { method: "GET", path: "/_state", control, kind: "read", run: () => json(200, definition.state()) },
    { method: "GET", path: "/_settings", control, kind: "read", run: () => json(200, definition.settings.read()) },
    { method: "PUT", path: "/_settings", control, kind: "write", run: ({ body }) => json(200, definition.settings.write(body)) },
    { method: "GET", path: "/_faults", control, kind: "read", run: () => json(200, faults.get()) },
    { method: "PUT", path: "/_faults", control, kind: "read", run: ({ body }) => json(200, faults.set(body)) },
    {
      method: "POST",
      path: "/_outage",
      control,
      kind: "read",
      run({ body }) {
        faults.setOutage(parseBody(OutageForm, body).outage === "on");
        return seeOther("/");
      },
    },
    {
      method: "GET",
      path: "/",
      control,
      kind: "read",
      run: ({ query }) => page(200, renderConsole({ ...definition, faults: faults.get() }, query)),
    },
    {
      method: "GET",
      path: "/_style.css",
      control,
      open: true,
      kind: "read",
      run: () => ({ status: 200, type: "text/css; charset=utf-8", text: STYLE }),
    },
  ];
}
