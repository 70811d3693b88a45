/** What the reader may do with users of the account in view; decides what is offered, the operations decide what is done. */
export type UserRights = {
  add: boolean;
  edit: boolean;
  delete: boolean;
  /** Welcome mails go out with either of the first two (PERM-15, PERM-16). */
  mail: boolean;
  /** Giving templates to users: plans work in customer accounts only. */
  assign: boolean;
};
