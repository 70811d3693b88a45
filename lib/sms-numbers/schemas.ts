/** The SMS numbers of an account's Twilio and who has them (safe for the browser). */
import { z } from "zod";
import { SettingsView } from "#lib/integrations/schemas.ts";
import { listPage, ListQuery } from "#lib/lists/schemas.ts";
import { UserSelection } from "#lib/users/schemas.ts";

/** Who has a number: nobody, a user, MiCollab; or Twilio lists it no more, while somebody still has it. */
export const NUMBER_STATES = ["free", "user", "micollab", "gone"] as const;
export type NumberState = (typeof NUMBER_STATES)[number];

export const SmsNumberView = z.object({
  id: z.uuid(),
  /** E.164 */
  number: z.string(),
  /** What it is called at Twilio. */
  friendlyName: z.string(),
  state: z.enum(NUMBER_STATES),
  /** The user who has it, where the reader may see users. */
  userId: z.uuid().nullable(),
  userName: z.string().nullable(),
  addedAt: z.iso.datetime(),
});
export type SmsNumberView = z.infer<typeof SmsNumberView>;

export const FindSmsNumbersInput = ListQuery.extend({
  state: z.enum(NUMBER_STATES).optional(),
  sort: z.enum(["number", "-number"]).default("number"),
});
export type FindSmsNumbersInput = z.infer<typeof FindSmsNumbersInput>;
export const SmsNumberPage = listPage(SmsNumberView);
export type SmsNumberPage = z.infer<typeof SmsNumberPage>;

/** A number that can be chosen. */
export const NumberChoice = z.object({ number: z.string(), friendlyName: z.string() });
export type NumberChoice = z.infer<typeof NumberChoice>;
export const NumberChoices = z.object({ items: z.array(NumberChoice) });
export type NumberChoices = z.infer<typeof NumberChoices>;

/** What came of asking Twilio for its numbers: why it gave none, or what is new and what is gone. */
export const PoolRead = z.object({ problem: z.string(), added: z.number().int(), gone: z.number().int() });
export type PoolRead = z.infer<typeof PoolRead>;

/** USER-78. */
export const NUMBER_CHANGES = ["assign_all", "unassign_all"] as const;
export const NumberChange = z.object({ change: z.enum(NUMBER_CHANGES) });
export type NumberChange = z.infer<typeof NumberChange>;
export const ChangeNumbersInput = NumberChange.extend({ selection: UserSelection });
export const CountNumbersInput = z.object({ selection: UserSelection });

/** How many users are addressed, how many numbers there are for them, and how many of them have one; those count as available, since they are overwritten (OP1-34). */
export const NumbersOfSelection = z.object({ users: z.number().int(), available: z.number().int(), held: z.number().int() });
export type NumbersOfSelection = z.infer<typeof NumbersOfSelection>;

/** What SMS in MiCollab needs beside the numbers (TWSMS-01). */
export const MicollabNeeds = z.object({ chat: z.boolean(), guestAccess: z.boolean() });
export type MicollabNeeds = z.infer<typeof MicollabNeeds>;

/** The numbers of MiCollab. `problem` says why MiCollab could not be asked which of them are in use; empty otherwise. */
export const MicollabNumbers = z.object({
  numbers: z.array(NumberChoice.extend({ inUse: z.boolean(), gone: z.boolean() })),
  problem: z.string(),
});
export type MicollabNumbers = z.infer<typeof MicollabNumbers>;

const MOST_NUMBERS = 1_000;
export const SetMicollabNumbersInput = z.object({
  numbers: z
    .array(z.string().max(20))
    .max(MOST_NUMBERS, `MiCollab takes at most ${MOST_NUMBERS} numbers.`)
    .transform((numbers) => [...new Set(numbers)]),
});
export type SetMicollabNumbersInput = z.infer<typeof SetMicollabNumbersInput>;

/** What the management page of Twilio tells. */
export const TwilioStatus = z.object({
  settings: SettingsView,
  version: z.number().int(),
  removing: z.boolean(),
  /** What Twilio answered last when that was no success; empty otherwise (TWILIO-09). */
  problem: z.string(),
  checkedAt: z.iso.datetime().nullable(),
  userNumbers: z.boolean(),
  figures: z.object({ free: z.number().int(), user: z.number().int(), micollab: z.number().int(), gone: z.number().int() }),
  micollabNumbers: z.array(z.string()),
  needs: MicollabNeeds,
});
export type TwilioStatus = z.infer<typeof TwilioStatus>;
