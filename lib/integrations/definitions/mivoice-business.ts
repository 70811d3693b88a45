import type { IntegrationDefinition } from "../definition.ts";

/** Its one feature opens the pages of the telephony (OP2-18). */
export const mivoiceBusiness: IntegrationDefinition = {
  key: "mivoice_business",
  name: "MiVoice Business",
  tab: "mitel",
  description: "A purpose-built communications solution built on a leading public cloud platform that improves business productivity.",
  icon: "phone",
  needs: [["cloudlink_gateway"]],
  features: [
    {
      key: "administration",
      label: "Customer Admin Portal",
      hint: "Manage the telephony of users, and open MiVoice Business in the navigation.",
      initial: false,
      offeredOnAdding: true,
      needsElement: "mivb",
      wanted: true,
    },
  ],
  loses: ["MiVoice Business is no longer in the navigation, and its pages can not be opened.", "Event History can not be opened either, unless Zoom is set up."],
  keeps: ["What Event History holds is kept.", "Nothing is deleted on the PBX: users keep their phones, numbers and services there."],
  pages: [
    {
      id: "mivoiceBusiness",
      path: "mivoice-business",
      key: "m",
      needs: "mivoice_business",
      feature: "administration",
      below: [{ id: "mivoiceBusinessNumbers", path: "mivoice-business/numbers", key: "k", needs: "mivoice_business" }],
    },
  ],
};
