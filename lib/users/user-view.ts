import { Prisma } from "#lib/db/generated/client.ts";
import type { Role } from "#lib/permissions/schemas.ts";
import type { ServicesState, UserView } from "./schemas.ts";

/** The columns of a user in a list or a form; `r` is the user's service role. */
export const USER_COLUMNS = Prisma.sql`
  u.id::text, u.first_name, u.last_name, u.name, u.email, u.mobile_number, u.extension, u.role, u.origin, u.registered_at,
  u.welcomed_at, u.services_state, r.name as service_role, u.modified_at, u.modified_by, u.version`;

export type UserRow = {
  id: string;
  first_name: string;
  last_name: string;
  name: string;
  email: string;
  mobile_number: string;
  extension: string;
  role: Role;
  origin: string;
  registered_at: Date | null;
  welcomed_at: Date | null;
  services_state: ServicesState;
  service_role: string | null;
  modified_at: Date;
  modified_by: string;
  version: number;
};

/** A user as the doors show it. */
export function toUserView(row: UserRow): UserView {
  return {
    id: row.id,
    firstName: row.first_name,
    lastName: row.last_name,
    name: row.name,
    email: row.email,
    mobileNumber: row.mobile_number,
    extension: row.extension,
    role: row.role,
    origin: row.origin,
    registered: row.registered_at !== null,
    welcomedAt: row.welcomed_at?.toISOString() ?? null,
    services: row.services_state,
    serviceRole: row.service_role,
    modifiedAt: row.modified_at.toISOString(),
    modifiedBy: row.modified_by,
    version: row.version,
  };
}
