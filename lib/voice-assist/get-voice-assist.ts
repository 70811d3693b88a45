import { z } from "zod";
import { notInUse } from "#lib/integrations/not-in-use.ts";
import { definitionOf } from "#lib/integrations/registry.ts";
import { operation } from "#lib/operations/operation.ts";
import { VoiceAssistView } from "./schemas.ts";
import { readAttendant, ServiceError } from "./service.ts";
import { readSettings, readState } from "./stored.ts";

/** What the pages of Voice Assist show: what is set here, and what the service that answers says of it (VASSIST-08). */
export const getVoiceAssist = operation({
  name: "voice-assist.get",
  summary: "Voice Assist of an account: its number, its recipe, the PBXs, and what the service says",
  permission: [{ feature: "integrations", action: "view" }],
  scope: "account",
  kind: "read",
  integration: { key: "mitel_voice_assist" },
  input: z.object({}),
  output: VoiceAssistView,
  http: { method: "GET", path: "/accounts/{accountId}/voice-assist" },
  async run({ account, db }) {
    const values = await readSettings(db, account.id, true);
    if (!values) throw notInUse("mitel_voice_assist");
    const [state, told] = await Promise.all([readState(db, account.id), ask(account.id)]);
    const recipe = definitionOf("mitel_voice_assist").settings!.fields.find(({ name }) => name === "recipe");
    const label = recipe?.kind === "choice" ? recipe.options.find(({ value }) => value === values.recipe)?.label : undefined;
    return { ...values, recipe: label ?? values.recipe, ...state, ...told };
  },
});

async function ask(accountId: string): Promise<Pick<VoiceAssistView, "service" | "problem">> {
  try {
    return { service: await readAttendant(accountId), problem: "" };
  } catch (error) {
    if (error instanceof ServiceError) return { service: null, problem: error.message };
    throw error;
  }
}
