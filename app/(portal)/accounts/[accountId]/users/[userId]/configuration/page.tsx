import ChevronLeft from "lucide-react/icons/chevron-left";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Link } from "#components/ui/link.tsx";
import { notFound } from "next/navigation";
import { z } from "zod";
import { personAt, read } from "#app/actor.ts";
import { LiveRefresh } from "#components/live/live-refresh.tsx";
import { Trail } from "#components/shell/trail.tsx";
import { UserConfiguration } from "#components/telephony/user-configuration.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { getUserConfiguration } from "#lib/telephony/get-configuration.ts";
import { getTelephonyOfUser } from "#lib/telephony/get-telephony-of-user.ts";
import { userRights } from "../../rights.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("telephony.configuration"))("title") };
}

type Props = { params: Promise<{ accountId: string; userId: string }> };

export default async function UserConfigurationPage({ params }: Props) {
  const { accountId, userId } = await params;
  const { person, account } = await personAt(accountId);
  if (!z.uuid().safeParse(userId).success || account!.kind === "partner") notFound();
  const [telephony, configuration] = await Promise.all([read(getTelephonyOfUser, accountId, { userId }), read(getUserConfiguration, accountId, { userId })]);
  const t = await getTranslations("telephony.configuration");
  const back = `/accounts/${accountId}/users/${userId}`;
  return (
    <>
      <Trail steps={[{ label: telephony.userName, href: back }, { label: t("title") }]} />
      <LiveRefresh topics={["users", "plan:"]} />
      <Link href={back} className="link mb-3 inline-flex min-h-6 items-center gap-1 text-sm">
        <ChevronLeft aria-hidden className="size-4 rtl:-scale-x-100" />
        {t("back")}
      </Link>
      <PageHeader title={t("title")} subtitle={telephony.userName} />
      <UserConfiguration accountId={accountId} userId={userId} telephony={telephony} configuration={configuration} mayAssign={userRights(person, account!).assign} />
    </>
  );
}
