/** What the reader may do with custom roles; decides what is offered, the operations decide what is done. */
export type RoleRights = { add: boolean; edit: boolean; delete: boolean };
