/** How it stands with the MiCollab of an account (safe for the browser). */
import { z } from "zod";

/** What CloudLink Chat in MiCollab takes; each can be what is missing (MICOL-01, MICOL-02). */
export const CHAT_CONDITIONS = ["server", "integration", "administrator"] as const;

/** Null is what could not be told: the server did not answer. */
const Condition = z.object({ condition: z.enum(CHAT_CONDITIONS), met: z.boolean().nullable() });

const Meetings = z.object({
  status: z.enum(["working", "done", "failed"]),
  /** Why it failed; empty otherwise. */
  message: z.string(),
  /** When the server last told of its licenses. */
  answeredAt: z.iso.datetime().nullable(),
  /** Users of the account who have a license that the server has assigned. */
  assigned: z.number().int(),
  /** Users for whom it assigns one that the account does not own. */
  refused: z.array(z.object({ userId: z.uuid(), name: z.string() })),
  /** Users of the server that are none of the account, by their names there. */
  unknown: z.array(z.string()),
  entitled: z.number().int(),
});

export const MicollabView = z.object({
  /** The server's own name; null while none is connected. */
  server: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  chat: z.object({ available: z.boolean(), conditions: z.array(Condition), /** Why the server could not be asked; empty otherwise. */ problem: z.string() }),
  /** Null while MiCollab or MiTeam Meetings is not in use: then nothing is taken from the server (MEETMC-02). */
  meetings: Meetings.nullable(),
});
export type MicollabView = z.infer<typeof MicollabView>;
