/** The account admin that the demo registers, so that there is somebody to sign in with a password. */
export const DEMO_ADMIN = { firstName: "Ada", lastName: "Brandt", email: "ada.brandt@ballad.example", password: "ballad-demo-2026" };

/** Users of the demo account, first and last name. */
export const DEMO_USERS = [
  ["Dana", "Ortiz"],
  ["Emeka", "Nwosu"],
  ["Farah", "Haddad"],
  ["Gustav", "Holm"],
  ["Hana", "Sato"],
  ["Jamal", "Reyes"],
  ["Katrin", "Vogel"],
  ["Lucia", "Moretti"],
] as const;
