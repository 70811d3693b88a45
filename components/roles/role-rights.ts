/** What the reader may do with custom roles; decides what is offered, the operations decide what is done. */
export type RoleRights = {
  add: boolean;
  edit: boolean;
  delete: boolean;
  /** The account in whose history a role's changes stand; null when the reader may not look. */
  historyIn: string | null;
};
