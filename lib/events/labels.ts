/** Events in words. Safe for the browser. */
import type { EventView } from "./schemas.ts";

/** A text of the catalogue's part `events`; undefined where it has none. */
type Words = (path: string, values?: Record<string, string>) => string | undefined;

/** The asset of an event: "User: Ada Brandt". */
export function assetInWords({ assetKind, assetName }: Pick<EventView, "assetKind" | "assetName">, words: Words): string {
  const kind = words(`assets.${assetKind}`) ?? assetKind;
  return assetName ? (words("assetWithName", { kind, name: assetName }) ?? assetName) : kind;
}

/** The action of an event: "Create" (EVENT-17). */
export function actionInWords({ action }: Pick<EventView, "action">, words: Words): string {
  return words(`actions.${action}`) ?? action;
}

/** As what the actor acted: "Partner", "Help desk" (a custom role); empty where that was not noted. */
export function roleInWords({ actorRole, actorCustomRole }: Pick<EventView, "actorRole" | "actorCustomRole">, words: Words): string {
  return actorCustomRole || (words(`roles.${actorRole}`) ?? "");
}

type Acted = Pick<EventView, "actorName" | "actorRole" | "actorCustomRole" | "assumed">;

/** As what somebody acted inside an account that is not their own: "(Partner, assumed account)"; empty at home. */
export function assumedInWords(event: Acted, words: Words): string {
  return event.assumed ? (words("assumedAs", { role: roleInWords(event, words) }) ?? "") : "";
}

/** Who acted: "Mara Lindqvist (Partner, assumed account)". */
export function actorInWords(event: Acted, words: Words): string {
  return `${event.actorName} ${assumedInWords(event, words)}`.trim();
}
