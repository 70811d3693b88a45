import { getLocale } from "next-intl/server";
import { redirect } from "next/navigation";
import { personAt, read } from "#app/actor.ts";
import { ENTRANCES, stepPath } from "#components/gateways/place.ts";
import type { WizardPlace } from "#components/gateways/place.ts";
import { progressOf } from "#components/gateways/progress-of.ts";
import { GatewayWizard } from "#components/gateways/wizard.tsx";
import { countryNames } from "#lib/accounts/countries.ts";
import { getGateway } from "#lib/gateways/get-gateway.ts";
import { isOpen } from "#lib/gateways/rules.ts";
import type { WizardStep } from "#lib/gateways/schemas.ts";
import { integrationRights } from "../rights.ts";
import { readSupport } from "./read-support.ts";

type Asked = { accountId: string; step?: WizardStep; from: string | string[] | undefined };

/** A step of the set-up, by default the one at which it goes on; one that can not be opened yet leads to that. */
export async function showStep({ accountId, step: asked, from }: Asked) {
  const { person, account } = await personAt(accountId);
  const setUp = await read(getGateway, accountId);
  const place: WizardPlace = { accountId, accountName: account!.name, from: ENTRANCES.find((entrance) => entrance === from) ?? "integrations" };
  const step = asked ?? setUp.step;
  if (setUp.gateway && !isOpen(step, progressOf(setUp.gateway))) redirect(stepPath(place, setUp.step));
  const support = step === "advanced" && setUp.gateway ? await readSupport(accountId) : null;
  const countries = countryNames(await getLocale()).map(({ code, name }) => ({ value: code, label: name }));
  return <GatewayWizard place={place} setUp={setUp} step={step} countries={countries} support={support} mayConfigure={integrationRights(person).configure && account!.integrations["cloudlink_gateway"] !== undefined} />;
}
