/** What events are about, in words. Safe for the browser. */
import type { EventView } from "./schemas.ts";

/**
 * The asset of an event: "User: Ada Brandt".
 * @param words of the catalogue's part `events`; undefined for a kind that it does not name
 */
export function assetInWords({ assetKind, assetName }: Pick<EventView, "assetKind" | "assetName">, words: (path: string, values?: Record<string, string>) => string | undefined): string | undefined {
  const kind = words(`assets.${assetKind}`) ?? assetKind;
  return assetName ? words("assetWithName", { kind, name: assetName }) : kind;
}
