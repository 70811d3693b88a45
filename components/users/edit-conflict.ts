/** What two people changed of the same user, field by field. Pure. */
import type { EditUserForm, UserView } from "#lib/users/schemas.ts";

export type EditedField = keyof EditUserForm;

export type Conflict = {
  /** Who changed the user meanwhile; empty when that is not known. */
  by: string;
  /** Fields that only they changed. */
  theirs: { field: EditedField; value: string }[];
  /** Fields that both changed, to different values. */
  both: { field: EditedField; mine: string; theirs: string }[];
};

const FIELDS = ["name", "firstName", "lastName", "email", "mobileNumber", "smsNumber", "username", "role"] as const satisfies readonly EditedField[];

/** A user as the form holds it; the role is a built-in one or the id of a custom one. */
export function inForm({ name, firstName, lastName, email, mobileNumber, smsNumber, username, role, customRoleId }: UserView): Required<EditUserForm> {
  return { name, firstName, lastName, email, mobileNumber, smsNumber, username, role: customRoleId ?? role };
}

/**
 * Lays two changes of one user beside each other.
 * @param base the user both began with
 * @param current the user as the other one has saved it
 * @param changed what was typed here
 */
export function conflictBetween(base: Required<EditUserForm>, current: Required<EditUserForm> & { modifiedBy: string }, changed: EditUserForm): Conflict {
  const moved = FIELDS.filter((field) => current[field] !== base[field]);
  return {
    by: current.modifiedBy,
    theirs: moved.filter((field) => changed[field] === undefined).map((field) => ({ field, value: current[field] })),
    both: moved.flatMap((field) => {
      const mine = changed[field];
      return mine === undefined || mine === current[field] ? [] : [{ field, mine, theirs: current[field] }];
    }),
  };
}
