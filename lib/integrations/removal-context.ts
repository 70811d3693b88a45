import type { Emit } from "#lib/events/emit.ts";
import type { Removal } from "./stored.ts";

/** Who asked for a removal, and where it tells what it takes from single users. */
export type RemovalContext = { emit: Emit; askedBy: Removal; now: Date };
