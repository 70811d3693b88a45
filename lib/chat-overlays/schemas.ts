/** Chats that the contact center offers on websites (MICC-04). Safe for the browser. */
import { z } from "zod";

export const OVERLAY_COLOURS = ["blue", "green", "violet", "grey"] as const;
export const OVERLAY_CORNERS = ["right", "left"] as const;

export const OverlayFields = z.object({
  name: z.string().trim().min(1, "Please name the chat.").max(100, "At most 100 characters."),
  website: z.string().trim().max(300, "At most 300 characters.").pipe(z.url({ protocol: /^https?$/, error: "Please enter the address of the website, like https://www.company.com." })),
  heading: z.string().trim().min(1, "Please enter a heading.").max(80, "At most 80 characters."),
  greeting: z.string().trim().max(500, "At most 500 characters."),
  corner: z.enum(OVERLAY_CORNERS),
  colour: z.enum(OVERLAY_COLOURS),
  enabled: z.boolean(),
});
export type OverlayFields = z.infer<typeof OverlayFields>;

export const UpdateOverlayInput = OverlayFields.extend({ overlayId: z.uuid(), version: z.number().int().positive() });

export const OverlayView = OverlayFields.extend({ id: z.uuid(), version: z.number().int(), modifiedAt: z.iso.datetime(), modifiedBy: z.string() });
export type OverlayView = z.infer<typeof OverlayView>;

export const OverlayList = z.object({ items: z.array(OverlayView) });
