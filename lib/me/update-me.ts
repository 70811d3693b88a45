import { LOCALE_CODES } from "#lib/messages/languages.ts";
import { sentence } from "#lib/messages/sentences.ts";
import { conflict, invalid } from "#lib/operations/errors.ts";
import { operation } from "#lib/operations/operation.ts";
import { UpdateMeInput } from "./schemas.ts";

/** Chooses the language in which a person reads the portal and its mails (NAV-11). */
export const updateMe = operation({
  name: "me.update",
  summary: "Choose your language",
  permission: [],
  scope: "self",
  kind: "write",
  input: UpdateMeInput,
  output: UpdateMeInput,
  http: { method: "PATCH", path: "/me" },
  async run({ actor, db, emit, now }, { language }) {
    if (!LOCALE_CODES.some((code) => code === language)) throw invalid(sentence("languageUnknown"), "language");
    const { accountId, userId, name } = actor;
    // The version stays: an administrator who has the user's form open changes other things.
    const { count } = await db.user.updateMany({ where: { accountId, id: userId }, data: { language, modifiedAt: now, modifiedBy: name } });
    if (count === 0) throw conflict(sentence("removedMeanwhile"));
    await emit({ action: "Edit", asset: { kind: "user", id: userId, name }, changes: [{ property: "language", before: actor.language, after: language }] });
    return { language };
  },
});
