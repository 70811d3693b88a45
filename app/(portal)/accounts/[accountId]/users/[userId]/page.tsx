import type { Metadata } from "next";
import { getLocale } from "next-intl/server";
import { notFound } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import { personAt, read } from "#app/actor.ts";
import { LiveRefresh } from "#components/live/live-refresh.tsx";
import { Trail } from "#components/shell/trail.tsx";
import { USER_TOPICS } from "#components/users/user-list.ts";
import { UserPage } from "#components/users/user-page.tsx";
import { isInUse } from "#lib/integrations/rules.ts";
import { getProductsOfUser } from "#lib/licenses/get-products-of-user.ts";
import { findRoleChoices } from "#lib/roles/find-account-roles.ts";
import { may } from "#lib/permissions/grants.ts";
import { getTelephonyOfUser } from "#lib/telephony/get-telephony-of-user.ts";
import { callingCodes } from "#lib/users/calling-codes.ts";
import { getUser } from "#lib/users/get-user.ts";
import { userRights } from "../rights.ts";

type Props = { params: Promise<{ accountId: string; userId: string }> };

const isId = (text: string) => z.uuid().safeParse(text).success;

/** Read once per request, for the title and for the page. */
const details = cache(async (accountId: string, userId: string) => {
  await personAt(accountId);
  if (!isId(userId)) notFound();
  return read(getUser, accountId, { userId });
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { accountId, userId } = await params;
  return { title: (await details(accountId, userId)).name };
}

export default async function EditUserPage({ params }: Props) {
  const { accountId, userId } = await params;
  const { person, account } = await personAt(accountId);
  const rights = userRights(person, account!);
  const ofCustomer = account!.kind === "customer" && isId(userId);
  const [user, licenses, telephony] = await Promise.all([
    details(accountId, userId),
    ofCustomer ? read(getProductsOfUser, accountId, { userId }) : null,
    ofCustomer && may(person, "mivoice_business", "view") ? read(getTelephonyOfUser, accountId, { userId }) : null,
  ]);
  const choices = rights.assignRoles ? (await read(findRoleChoices, accountId)).items : [];
  return (
    <>
      <Trail steps={[{ label: user.name }]} />
      <LiveRefresh topics={[...USER_TOPICS, "licenses"]} />
      <UserPage
        accountId={accountId}
        user={user}
        rights={rights}
        isSelf={person.userId === user.id}
        choices={choices}
        usesSingleSignOn={isInUse(account!.integrations, "single_sign_on")}
        codes={callingCodes(await getLocale())}
        products={licenses?.products ?? null}
        telephony={telephony}
      />
    </>
  );
}
