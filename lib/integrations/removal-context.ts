import type { Emit } from "#lib/events/emit.ts";

/** Who asked for a removal, and where it tells what it takes from single users. */
export type RemovalContext = { emit: Emit; name: string; now: Date };
