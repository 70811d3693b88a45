import { z } from "zod";
import type { PeerDefinition, PeerOptions } from "../kit/peer.ts";
import { parseBody } from "../kit/validation.ts";

/** How an application runs; `secret` is what it shares with the portal at `portalUrl`. */
export type ApplicationOptions = PeerOptions & { portalUrl: string; secret: string };

/** For an application that has nothing to set. */
export const NO_SETTINGS: PeerDefinition["settings"] = { read: () => ({}), write: (body) => parseBody(z.strictObject({}), body) };
