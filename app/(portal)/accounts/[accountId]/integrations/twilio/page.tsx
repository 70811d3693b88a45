import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { personAt, read } from "#app/actor.ts";
import { listPreferences } from "#components/data-table/keep-preferences.ts";
import { listQuery, parseListState } from "#components/data-table/list-state.ts";
import { LiveRefresh } from "#components/live/live-refresh.tsx";
import { Trail } from "#components/shell/trail.tsx";
import { NumbersTable } from "#components/twilio/numbers-table.tsx";
import { SMS_NUMBER_LIST, SMS_NUMBER_LIST_NAME, TWILIO_TOPICS } from "#components/twilio/twilio-list.ts";
import { TwilioPage } from "#components/twilio/twilio-page.tsx";
import { findSmsNumbers } from "#lib/sms-numbers/find-sms-numbers.ts";
import { FindSmsNumbersInput } from "#lib/sms-numbers/schemas.ts";
import { getTwilio } from "#lib/twilio/get-twilio.ts";
import { integrationRights } from "../rights.ts";

type Props = { params: Promise<{ accountId: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("twilio"))("title") };
}

export default async function TwilioManagementPage({ params, searchParams }: Props) {
  const { accountId } = await params;
  const { person, account } = await personAt(accountId);
  const kept = listPreferences(person.preferences, SMS_NUMBER_LIST_NAME);
  const query = listQuery(parseListState(await searchParams, SMS_NUMBER_LIST, kept));
  // An address with a filter that the list does not have leads to the list as it is.
  if (!FindSmsNumbersInput.safeParse(query).success) redirect(`/accounts/${accountId}/integrations/twilio`);
  const [twilio, list] = await Promise.all([read(getTwilio, accountId), read(findSmsNumbers, accountId, query)]);
  const t = await getTranslations("twilio");
  return (
    <div className="max-w-5xl">
      <Trail steps={[{ label: t("title") }]} />
      <LiveRefresh topics={TWILIO_TOPICS} />
      <TwilioPage accountId={accountId} accountName={account!.name} twilio={twilio} mayConfigure={integrationRights(person).configure && !twilio.removing} />
      <NumbersTable accountId={accountId} list={list} preferences={kept} />
    </div>
  );
}
