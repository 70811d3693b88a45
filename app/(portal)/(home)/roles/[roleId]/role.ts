import { notFound } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import { personAt, read } from "#app/actor.ts";
import { getRole } from "#lib/roles/get-role.ts";

/** The role that the address names, read once per request: for the title and for the page. */
export const roleAt = cache(async (roleId: string) => {
  await personAt(null);
  if (!z.uuid().safeParse(roleId).success) notFound();
  return read(getRole, null, { roleId });
});
