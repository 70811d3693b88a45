/** What the reader may do with the integrations of an account (PERM-29 to PERM-33, OP1-68, OP1-69). */
export type IntegrationRights = {
  /** Add integrations, and switch privileges. */
  add: boolean;
  /** Change what is there. */
  configure: boolean;
  remove: boolean;
};
