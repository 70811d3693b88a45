/** Voice Assist of an account (safe for the browser). */
import { z } from "zod";

/** What can be attached (VASSIST-09). */
export const PBX_KINDS = ["mivoice_business", "mx_one", "mivoice_5000", "mivoice_office_400"] as const;
export type PbxKind = (typeof PBX_KINDS)[number];

export const PBX_LABELS: Record<PbxKind, string> = { mivoice_business: "MiVoice Business", mx_one: "MX-ONE", mivoice_5000: "MiVoice 5000", mivoice_office_400: "MiVoice Office 400" };

export const AttachedPbx = z.object({ id: z.uuid(), kind: z.enum(PBX_KINDS), name: z.string() });
export type AttachedPbx = z.infer<typeof AttachedPbx>;

export const AttachPbxInput = z.object({ kind: z.enum(PBX_KINDS, "Please choose a PBX."), name: z.string().trim().min(1, "Please enter a name.").max(60, "At most 60 characters.") });

/** The pages of Voice Assist (VASSIST-08). */
export const VOICE_ASSIST_PARTS = ["about", "routing", "numbers", "help"] as const;
export type VoiceAssistPart = (typeof VOICE_ASSIST_PARTS)[number];

export const VoiceAssistView = z.object({
  number: z.string(),
  timeZone: z.string(),
  recipe: z.string(),
  /** Of what the service was told last. */
  status: z.enum(["working", "done", "failed"]),
  /** Why it failed; empty otherwise. */
  message: z.string(),
  pbxs: z.array(AttachedPbx),
  /** What the service itself says of its attendant; null where it could not be asked, or has none. */
  service: z.object({ flow: z.array(z.string()), calls: z.number().int(), directory: z.number().int() }).nullable(),
  /** Why it could not be asked; empty otherwise. */
  problem: z.string(),
});
export type VoiceAssistView = z.infer<typeof VoiceAssistView>;
