/** Faults of the mail server on command, so that failing deliveries are real answers of SMTP. They are gone after a restart. */
import { z } from "zod";
import { parseBody } from "../kit/validation.ts";

const MailFaultSettings = z.strictObject({
  /** Every connection is turned away with 421. */
  outage: z.boolean().default(false),
  /** Addresses that are refused for good, with 550; upper and lower case are the same. */
  rejectRecipients: z.array(z.string().trim().toLowerCase().min(1)).default([]),
  /** Share of messages, 0 to 1, that are not taken for now, with 451. */
  errorRate: z.number().min(0).max(1).default(0),
  /** A message is kept and its connection broken off before the answer: always, or this many times. */
  dropAfterCommit: z.union([z.boolean(), z.int().min(0)]).default(false),
});

export type MailFaultState = z.output<typeof MailFaultSettings>;

export type MailFaults = {
  get(): MailFaultState;
  /** Replaces all faults; what is left out is off. Throws a `Refusal` for a value that is out of bounds. */
  set(body: unknown): MailFaultState;
  isOut(): boolean;
  rejects(address: string): boolean;
  /** Whether the message that just arrived is not to be taken. */
  failsMessage(): boolean;
  /** Whether the answer to the message that was just kept is to be lost. */
  dropsAnswer(): boolean;
};

/** The faults of a mail server; none at first. */
export function createMailFaults(): MailFaults {
  let state = MailFaultSettings.parse({});
  return {
    get: () => state,
    set(body) {
      state = parseBody(MailFaultSettings, body);
      return state;
    },
    isOut: () => state.outage,
    rejects: (address) => state.rejectRecipients.includes(address.toLowerCase()),
    failsMessage: () => Math.random() < state.errorRate,
    dropsAnswer() {
      if (typeof state.dropAfterCommit === "boolean") return state.dropAfterCommit;
      if (state.dropAfterCommit === 0) return false;
      state = { ...state, dropAfterCommit: state.dropAfterCommit - 1 };
      return true;
    },
  };
}
