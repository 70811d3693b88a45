/** Words by which an event is found (EVENT-23). Pure. */
import { typeOfAsset } from "./rules.ts";

type Tagged = { operation: string; action: string; assetKind: string; origin: string; assumed: boolean };

/** The tags of an event, in the form in which they are stored and searched: "users create admin session assumed-account". */
export function tagsOf({ operation, action, assetKind, origin, assumed }: Tagged): string {
  const [domain = ""] = operation.split(".");
  return [domain, tag(action === "Add" ? "Create" : action), tag(typeOfAsset(assetKind)), tag(origin), ...(assumed ? ["assumed-account"] : [])].join(" ");
}

function tag(words: string): string {
  return words.toLowerCase().replaceAll(/[ _]/g, "-");
}
