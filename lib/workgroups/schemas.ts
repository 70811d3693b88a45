/** Users who look after customers together (WG-02). Safe for the browser. */
import { z } from "zod";

export const MOST_MEMBERS = 200;

export const WorkgroupFields = z.object({
  name: z.string().trim().min(1, "Please name the workgroup.").max(100, "At most 100 characters."),
  description: z.string().trim().max(300, "At most 300 characters."),
  memberIds: z
    .array(z.uuid())
    .max(MOST_MEMBERS, `A workgroup has at most ${MOST_MEMBERS} members.`)
    .transform((ids) => [...new Set(ids)]),
});
export type WorkgroupFields = z.infer<typeof WorkgroupFields>;

export const UpdateWorkgroupInput = WorkgroupFields.extend({ workgroupId: z.uuid(), version: z.number().int().positive() });

const Member = z.object({ id: z.uuid(), name: z.string(), email: z.string() });
export type Member = z.infer<typeof Member>;

export const WorkgroupView = z.object({
  id: z.uuid(),
  name: z.string(),
  description: z.string(),
  members: z.array(Member),
  version: z.number().int(),
  modifiedAt: z.iso.datetime(),
  modifiedBy: z.string(),
});
export type WorkgroupView = z.infer<typeof WorkgroupView>;

export const WorkgroupList = z.object({ items: z.array(WorkgroupView) });

export const MemberChoices = z.object({ items: z.array(Member) });
