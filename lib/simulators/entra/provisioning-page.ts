/** The page "Provisioning": mode and Admin Credentials (AADC-01). */
import { z } from "zod";
import { type Answer, seeOther } from "../kit/answers.ts";
import { html } from "../kit/html.ts";
import type { Route } from "../kit/routes.ts";
import { parseBody } from "../kit/validation.ts";
import type { Provisioning } from "./cycle.ts";
import { APPLICATION } from "./demo.ts";
import { applicationPage } from "./layout.ts";
import type { EntraStore } from "./store.ts";

const Typed = z.object({ mode: z.enum(["Manual", "Automatic"]).default("Automatic"), tenantUrl: z.string().trim().default(""), secretToken: z.string().trim().default(""), act: z.enum(["mode", "test", "save", "discard"]) });

type Form = Omit<z.output<typeof Typed>, "act">;

function formPage({ mode, tenantUrl, secretToken }: Form, outcome?: { ok: boolean; message: string }): Answer {
  return applicationPage(
    "/provisioning",
    "Provisioning",
    html`${outcome && html`<p class="${outcome.ok ? "good" : "bad"}" role="${outcome.ok ? "status" : "alert"}">${outcome.message}</p>`}
<form method="post" action="/provisioning" class="panel stacked">
<label for="mode">Provisioning Mode</label>
<select id="mode" name="mode">${["Manual", "Automatic"].map((each) => html`<option ${each === mode && html`selected`}>${each}</option>`)}</select>
<button name="act" value="mode">Choose</button>
${
  mode === "Automatic" &&
  html`<h2>Admin Credentials</h2>
<p>Azure AD needs the following information to connect to ${APPLICATION}'s API and synchronize user data.</p>
<label for="tenantUrl">Tenant URL</label><input id="tenantUrl" name="tenantUrl" value="${tenantUrl}" autocomplete="off">
<label for="secretToken">Secret Token</label><input id="secretToken" name="secretToken" type="password" value="${secretToken}" autocomplete="off">
<button name="act" value="test">Test Connection</button>`
}
<button name="act" value="save">Save</button>
<button name="act" value="discard">Discard</button>
</form>`,
  );
}

/** The page, and what its buttons do: what was typed stays until it is saved or discarded. */
export function provisioningRoutes(store: EntraStore, provisioning: Provisioning): Route[] {
  const path = "/provisioning";
  return [
    { method: "GET", path, control: true, kind: "read", run: () => formPage(store.settings.get()) },
    {
      method: "POST",
      path,
      control: true,
      kind: "read",
      async run({ body }) {
        const { act, ...typed } = parseBody(Typed, body);
        const { tenantUrl, secretToken } = store.settings.get();
        // In the mode "Manual" the credentials are not asked for and stay as they are.
        const form = "tenantUrl" in (body as object) ? typed : { ...typed, tenantUrl, secretToken };
        if (act === "mode") return formPage(form);
        if (act === "test") return formPage(form, await provisioning.testConnection(form));
        if (act === "save") store.settings.change(form);
        return seeOther(path);
      },
    },
  ];
}
