/** Configuring what is there needs Add or Edit (OP1-68). */
export const MAY_CONFIGURE = [
  { feature: "integrations", action: "edit" },
  { feature: "integrations", action: "add" },
] as const;
