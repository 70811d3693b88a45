import ChevronLeft from "lucide-react/icons/chevron-left";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Link } from "#components/ui/link.tsx";
import { notFound } from "next/navigation";
import { z } from "zod";
import { personAt, read } from "#app/actor.ts";
import { Trail } from "#components/shell/trail.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { MitelOneForm } from "#components/users/mitel-one-form.tsx";
import { getProductsOfUser } from "#lib/licenses/get-products-of-user.ts";
import { userRights } from "../../rights.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("licenses.mitelOne"))("title") };
}

type Props = { params: Promise<{ accountId: string; userId: string }> };

const PARTS = ["license", "features"] as const;

export default async function MitelOnePage({ params }: Props) {
  const { accountId, userId } = await params;
  const { person, account } = await personAt(accountId);
  if (!z.uuid().safeParse(userId).success || account!.kind === "partner") notFound();
  const { userName, products } = await read(getProductsOfUser, accountId, { userId });
  const t = await getTranslations("licenses.mitelOne");
  const back = `/accounts/${accountId}/users/${userId}`;
  const product = products.find((one) => one.product === "mitel_one")!;
  return (
    <>
      <Trail steps={[{ label: userName, href: back }, { label: t("trail") }]} />
      <Link href={back} className="link mb-3 inline-flex min-h-6 items-center gap-1 text-sm">
        <ChevronLeft aria-hidden className="size-4 rtl:-scale-x-100" />
        {t("back")}
      </Link>
      <PageHeader title={t("title")} subtitle={userName} />
      <div className="grid max-w-5xl items-start gap-4 lg:grid-cols-[14rem_minmax(0,1fr)]">
        <nav aria-label={t("contents")} className="rounded-lg border border-line bg-surface p-4 text-sm shadow-sm">
          <h2 className="mb-1.5 font-semibold">{t("contents")}</h2>
          <ol>
            {PARTS.map((part) => (
              <li key={part}><a href={`#${part}`} className="link inline-flex min-h-6 items-center">{t(part)}</a></li>
            ))}
          </ol>
        </nav>
        <MitelOneForm accountId={accountId} user={{ id: userId, name: userName }} product={product} mayAssign={userRights(person, account!).licenses} />
      </div>
    </>
  );
}
