/**
 * CloudLink Chat in MiCollab: there for users while the administrator has enabled it here and a CloudLink account has connected
 * this server; neither can do without the other (MICOL-02).
 */
import { z } from "zod";
import { json, nothing, seeOther } from "../kit/answers.ts";
import { type Html, html } from "../kit/html.ts";
import type { Route } from "../kit/routes.ts";
import { parseBody } from "../kit/validation.ts";
import { logIn } from "./accounts.ts";
import type { MicollabStore } from "./store.ts";

const ConnectionBody = z.strictObject({ name: z.string().min(1).max(200) });
const SwitchForm = z.strictObject({ chat: z.enum(["on", "off"]) });

function chatState({ settings, connections }: MicollabStore): { enabled: boolean; accounts: string[] } {
  return { enabled: settings.get().cloudLinkChat, accounts: connections.all().map(({ accountId }) => accountId) };
}

function connect(store: MicollabStore, accountId: string, name: string): void {
  if (!store.connections.add({ accountId, name })) store.connections.replace(accountId, { accountId, name });
}

/** Whether somebody who logs in with their client has chat, and what is missing otherwise. */
function chatOf(store: MicollabStore, body: unknown): { userName: string; available: boolean; missing: string[] } {
  const { userName } = logIn(store, body);
  const { enabled, accounts } = chatState(store);
  const missing = [...(enabled ? [] : ["administrator"]), ...(accounts.length > 0 ? [] : ["cloudlink_account"])];
  return { userName, available: missing.length === 0, missing };
}

/** The addresses of chat: of the CloudLink account, of clients, and of the administrator's form. */
export function chatRoutes(store: MicollabStore): Route[] {
  const connection = "/api/v1/cloudlink/{accountId}";
  return [
    { method: "GET", path: "/api/v1/cloudlink-chat", kind: "read", run: () => json(200, chatState(store)) },
    {
      method: "PUT",
      path: connection,
      kind: "write",
      run({ params, body }) {
        connect(store, params.accountId ?? "", parseBody(ConnectionBody, body).name);
        return json(200, chatState(store));
      },
    },
    {
      method: "DELETE",
      path: connection,
      kind: "write",
      run({ params }) {
        store.connections.remove(params.accountId ?? "");
        return nothing();
      },
    },
    { method: "POST", path: "/client/v1/cloudlink-chat", open: true, kind: "read", run: ({ body }) => json(200, chatOf(store, body)) },
    {
      method: "POST",
      path: "/cloudlink-chat",
      control: true,
      kind: "write",
      run({ body }) {
        store.settings.change({ cloudLinkChat: parseBody(SwitchForm, body).chat === "on" });
        return seeOther("/");
      },
    },
  ];
}

/** The administrator's switch, for the console. */
export function chatPanel(store: MicollabStore): Html {
  const { enabled, accounts } = chatState(store);
  return html`<form method="post" action="/cloudlink-chat">
<span class="${enabled ? "good" : "bad"}">${enabled ? "CloudLink Chat is enabled." : "CloudLink Chat is not enabled."}</span>
<span>${accounts.length === 1 ? "1 CloudLink account is connected." : `${accounts.length} CloudLink accounts are connected.`}</span>
<input type="hidden" name="chat" value="${enabled ? "off" : "on"}">
<button>${enabled ? "Disable CloudLink Chat" : "Enable CloudLink Chat"}</button>
</form>`;
}
