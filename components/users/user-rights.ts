/** What the reader may do with users of the account in view; decides what is offered, the operations decide what is done. */
export type UserRights = {
  add: boolean;
  /** Changing the details of users. */
  edit: boolean;
  delete: boolean;
  /** Welcome mails go out with the right to add or to edit (PERM-15, PERM-16). */
  mail: boolean;
  /** The deployment mails of an account with a MiVoice Office 400 (GW-45). */
  officeMail: boolean;
  resetPasswords: boolean;
  /** Giving templates to users. */
  assign: boolean;
  /** Users of the account can have SMS numbers: Twilio and its option "User Numbers" are on (USER-23). */
  smsNumbers: boolean;
  /** Giving and taking licenses. */
  licenses: boolean;
  /** Showing and hiding the column "Contact Center" (USER-91). */
  contactCenter: boolean;
  /** Giving and taking administrative rights. */
  assignRoles: boolean;
};
