/** The page of Workflow Studio. */
import { applicationPage } from "../applications/frame.ts";
import type { Visitor } from "../applications/portal.ts";
import type { Answer } from "../kit/answers.ts";
import { DEMO_APPLICATIONS } from "../kit/demo.ts";
import { type Html, html } from "../kit/html.ts";
import { type Executions, TIER_NAMES, TIERS } from "./executions.ts";

export const TITLE = DEMO_APPLICATIONS.workflowStudio.title;

/** What the account may execute and has executed, and the flows that ran last. */
export function studioPage(executions: Executions, visitor: Visitor, problem?: string): Answer {
  return applicationPage(TITLE, visitor, html`${entitlementTable(executions, visitor)}${runForm()}${latestTable(executions, visitor)}`, problem);
}

function entitlementTable(executions: Executions, { account, entitlement }: Visitor): Html {
  if (!entitlement) return html`<p class="bad">The portal names no entitlement of this account.</p>`;
  const counted = executions.count(account.id, entitlement.from);
  const rows = TIERS.map((tier) => html`<tr><th scope="row">${TIER_NAMES[tier]}</th><td>${counted[tier]}</td><td>${entitlement.executions[tier]}</td></tr>`);
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Executions of the billing period"><table>
<caption>Flow executions, ${entitlement.from} to ${entitlement.to}</caption>
<thead><tr><th scope="col">Tier</th><th scope="col">Executed</th><th scope="col">Entitled</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}

function runForm(): Html {
  const buttons = TIERS.map((tier) => html`<button name="tier" value="${tier}">Execute as ${TIER_NAMES[tier]}</button>`);
  return html`<section><h2>Execute a flow</h2><form method="post" action="/app/executions"><label for="flow">Flow</label><input id="flow" name="flow" required maxlength="80">${buttons}</form></section>`;
}

function latestTable(executions: Executions, { account }: Visitor): Html {
  const rows = executions.latest(account.id).map(({ flow, tier, by, at }) => html`<tr><td>${flow}</td><td>${TIER_NAMES[tier]}</td><td>${by}</td><td>${at.slice(0, 19).replace("T", " ")} UTC</td></tr>`);
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Latest executions"><table><caption>Latest executions</caption>
<thead><tr><th scope="col">Flow</th><th scope="col">Tier</th><th scope="col">By</th><th scope="col">At</th></tr></thead>
<tbody>${rows.length > 0 ? rows : html`<tr><td colspan="4">No flow was executed yet.</td></tr>`}</tbody></table></div>`;
}
