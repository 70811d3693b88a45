import type { ElementKind } from "#lib/network-elements/schemas.ts";

/** The kinds of systems in the order in which they are connected: each needs those before it. */
export const KINDS_IN_ORDER = ["mivb", "mbg", "micollab", "micc"] as const satisfies readonly ElementKind[];
