import type { IntegrationDefinition } from "../definition.ts";

/** Its set-up is made with an appliance at the customer's (GW-05, GW-09); what is known of the site can be typed before (GW-15). */
export const cloudlinkGateway: IntegrationDefinition = {
  key: "cloudlink_gateway",
  name: "CloudLink Gateway",
  tab: "mitel",
  description: "Enable communications between Mitel on-premise PBXs and CloudLink based applications.",
  icon: "gateway",
  setUp: {
    by: "outside",
    status: "No gateway detected",
    done: "Onboarding Complete",
    takes: [
      "The first access is made through the gateway itself, from a device in its own network.",
      "No gateway has reached the portal for this account yet, so the set-up can not be completed. What you enter here is kept for it.",
    ],
  },
  settings: {
    title: "Gateway",
    intro: "Where the PBX stands, and how the gateway is reached there.",
    fields: [
      { name: "siteName", label: "Site Name", kind: "text", required: true },
      { name: "address", label: "Address", kind: "text" },
      { name: "city", label: "City", kind: "text", required: true },
      { name: "country", label: "Country", kind: "text", required: true },
      { name: "province", label: "Province / State", kind: "text", required: true },
      { name: "postalCode", label: "Postal / Zip Code", kind: "text", required: true },
      { name: "staticAddress", label: "Port 1 has a static address", kind: "checkbox", initial: false, hint: "Otherwise it gets one by DHCP." },
      { name: "ipAddress", label: "IP Address", kind: "text", format: "ip_address", required: true, shownWhen: { field: "staticAddress", is: true } },
      { name: "subnetMask", label: "Subnet Mask", kind: "text", format: "ip_address", required: true, shownWhen: { field: "staticAddress", is: true } },
      { name: "defaultGateway", label: "Default Gateway", kind: "text", format: "ip_address", required: true, shownWhen: { field: "staticAddress", is: true } },
      { name: "dnsServer", label: "DNS Server", kind: "text", format: "ip_address", required: true, shownWhen: { field: "staticAddress", is: true } },
    ],
  },
  loses: ["The site and network settings of the gateway are deleted."],
};
