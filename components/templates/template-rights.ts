/** What the reader may do with templates; decides what is offered, the operations decide what is done (PERM-19 to PERM-23). */
export type TemplateRights = { add: boolean; edit: boolean; delete: boolean };
