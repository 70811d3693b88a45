/** Accounts with telephony for browser tests, prepared through the API. */
import type { Page } from "playwright-core";
import { NEW_TEMPLATE } from "#lib/templates/new-template.ts";
import type { TemplateValues } from "#lib/templates/schemas.ts";
import { peer } from "./peers.ts";
import { addAccount, ask } from "./portal-api.ts";

type Kind = Parameters<typeof peer>[0];

export const MIVOICE_BUSINESS = [{ key: "cloudlink_gateway" }, { key: "mivoice_business", features: { administration: true } }];

/** An account that is connected to systems and has integrations; gives its path, "/accounts/…". */
export async function anAccountWith(partner: Page, name: string, kinds: readonly Kind[], integrations: readonly object[]): Promise<string> {
  const account = `/accounts/${await addAccount(partner, name)}`;
  for (const kind of kinds) {
    const { address, username, password } = peer(kind);
    await ask(partner, "POST", `${account}/network-elements`, { kind, address, username, password });
  }
  if (integrations.length > 0) await ask(partner, "POST", `${account}/integrations`, { integrations });
  return account;
}

type Template = { label: string; category: string | null; uccBundle?: TemplateValues["user"]["uccBundle"] };

/** A template with a desk phone and, with a bundle, a MiCollab client. */
export async function addDeskTemplate(partner: Page, account: string, { label, category, uccBundle = null }: Template): Promise<void> {
  const { phones, user, client } = NEW_TEMPLATE;
  await ask(partner, "POST", `${account}/templates`, {
    ...NEW_TEMPLATE,
    label,
    description: `For ${label}`,
    user: { ...user, uccBundle, serviceCategory: category },
    phones: { ...phones, primary: { ...phones.primary, deviceType: "6930 IP" } },
    client: uccBundle === null ? client : { ...client, include: true, featureProfile: "UCC (V4.0) Standard", userProfile: "Default User Profile", deskPhoneExtension: "primary" },
  });
}

/** A user of an account; gives the id. */
export async function addUser(partner: Page, account: string, firstName: string, lastName: string): Promise<string> {
  const email = `${firstName}.${lastName}@${account.split("-").at(-1)}.example`.toLowerCase();
  return (await ask<{ id: string }>(partner, "POST", `${account}/users`, { firstName, lastName, email })).id;
}
