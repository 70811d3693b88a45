/** The embedded voice mailboxes. */
import { json, nothing } from "../kit/answers.ts";
import { listAnswer, readPageRequest } from "../kit/lists.ts";
import { conflict, invalid, notFound } from "../kit/refusal.ts";
import type { Route } from "../kit/routes.ts";
import { parseBody } from "../kit/validation.ts";
import { VoicemailBody, type VoicemailBox } from "./schemas.ts";
import type { MivbStore } from "./store.ts";

/** Adds the mailbox of a phone. The passcode is required and checked, but nothing here could ever ask for it, so it is not kept. */
function addBox(store: MivbStore, body: unknown): VoicemailBox {
  const { number } = parseBody(VoicemailBody, body);
  const { voicemailDigitLength } = store.settings.get();
  if (!store.phones.get(number)) throw invalid("unknown_phone", `There is no phone service ${number} for this mailbox.`, "number");
  if (number.length !== voicemailDigitLength) {
    throw invalid(
      "voicemail_digit_length",
      `Number ${number} has ${number.length} digits; an embedded mailbox needs ${voicemailDigitLength}, the voicemail digit length.`,
      "number",
    );
  }
  if (!store.voicemailBoxes.add({ number })) throw conflict("mailbox_exists", `Phone service ${number} has a mailbox already.`, "number");
  return { number };
}

/** The addresses of voice mailboxes. */
export function voicemailRoutes(store: MivbStore): Route[] {
  const all = "/api/v1/voicemail-boxes";
  return [
    { method: "GET", path: all, kind: "read", run: (request) => listAnswer(store.voicemailBoxes.page(readPageRequest(request))) },
    { method: "POST", path: all, kind: "write", run: ({ body }) => json(201, addBox(store, body)) },
    {
      method: "DELETE",
      path: `${all}/{number}`,
      kind: "write",
      run({ params }) {
        const number = params.number ?? "";
        if (!store.voicemailBoxes.remove(number)) throw notFound(`There is no mailbox ${number}.`, "number");
        return nothing();
      },
    },
  ];
}
