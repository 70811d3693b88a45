/** Agents logging in at a set and out again; the MiVB binds the hot desk number to the set. */
import { z } from "zod";
import { json, nothing } from "../kit/answers.ts";
import { conflict, notFound } from "../kit/refusal.ts";
import type { Route } from "../kit/routes.ts";
import { parseBody } from "../kit/validation.ts";
import type { MivbClient } from "./mivb-client.ts";
import type { MiccStore } from "./store.ts";

const LoginBody = z.strictObject({ set: z.string().min(1).max(60) });

/** The addresses at which an agent logs in and out. */
export function agentLoginRoutes(store: MiccStore, mivb: MivbClient): Route[] {
  const path = "/api/v1/agents/{agentNumber}/login";
  return [
    {
      method: "PUT",
      path,
      kind: "prepared",
      async run({ params, body }) {
        const agentNumber = params.agentNumber ?? "";
        const { set } = parseBody(LoginBody, body);
        if (!store.agents.get(agentNumber)) throw notFound(`There is no agent ${agentNumber}.`, "agentNumber");
        const present = store.agentLogins.get(agentNumber);
        if (present) throw conflict("logged_in", `Agent ${agentNumber} is logged in at set ${present.set}.`, "agentNumber");
        await mivb.logIn(set, agentNumber);
        return () => {
          store.agentLogins.add({ agentNumber, set });
          return json(200, { agentNumber, set });
        };
      },
    },
    {
      method: "DELETE",
      path,
      kind: "prepared",
      async run({ params }) {
        const login = store.agentLogins.get(params.agentNumber ?? "");
        if (!login) throw notFound(`Agent ${params.agentNumber} is not logged in.`, "agentNumber");
        await mivb.logOut(login.set);
        return () => {
          store.agentLogins.remove(login.agentNumber);
          return nothing();
        };
      },
    },
  ];
}
