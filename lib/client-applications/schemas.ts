/** Programs that partners register, and the customer accounts for whose users they may act (OP1-59). Safe for the browser. */
import { z } from "zod";

const MOST_ACCOUNTS = 1_000;

export const ApplicationFields = z.object({
  name: z.string().trim().min(1, "Please name the application.").max(100, "At most 100 characters."),
  description: z.string().trim().max(300, "At most 300 characters."),
});
export type ApplicationFields = z.infer<typeof ApplicationFields>;

export const ApplicationForm = ApplicationFields.extend({
  /** Of customer accounts; assignments to others than those the person sees stay as they are. */
  accountIds: z
    .array(z.uuid())
    .max(MOST_ACCOUNTS, `At most ${MOST_ACCOUNTS} accounts.`)
    .transform((ids) => [...new Set(ids)]),
});
export type ApplicationForm = z.infer<typeof ApplicationForm>;

export const UpdateApplicationInput = ApplicationForm.extend({ applicationId: z.uuid(), version: z.number().int().positive() });

const AssignedAccount = z.object({ id: z.uuid(), name: z.string() });
export type AssignedAccount = z.infer<typeof AssignedAccount>;

export const ApplicationView = ApplicationFields.extend({
  /** The client ID. */
  id: z.uuid(),
  accounts: z.array(AssignedAccount),
  version: z.number().int(),
  createdAt: z.iso.datetime(),
  modifiedAt: z.iso.datetime(),
  modifiedBy: z.string(),
});
export type ApplicationView = z.infer<typeof ApplicationView>;

/** The secret is shown this once, as only its hash is kept. */
export const ApplicationWithSecret = z.object({ application: ApplicationView, clientSecret: z.string() });
export type ApplicationWithSecret = z.infer<typeof ApplicationWithSecret>;

export const ApplicationList = z.object({ items: z.array(ApplicationView) });
