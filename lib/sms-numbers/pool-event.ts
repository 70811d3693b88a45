import type { EventToWrite } from "#lib/events/emit.ts";
import type { PoolChange } from "./pool.ts";

/** How many numbers an event names; the rest is in its count. */
const NAMED = 50;

/** What asking Twilio for its numbers has changed, as an event; none where nothing has. */
export function poolEvent(change: PoolChange): EventToWrite[] {
  const parts = Object.entries(change).filter(([, numbers]) => numbers.length > 0);
  if (parts.length === 0) return [];
  return [
    {
      action: "Edit",
      asset: { kind: "integration", id: "twilio", name: "Twilio" },
      changes: parts.map(([part, numbers]) => ({ property: `smsNumbers.${part}`, before: null, after: numbers.length })),
      details: Object.fromEntries(parts.map(([part, numbers]) => [part, numbers.slice(0, NAMED)])),
    },
  ];
}
