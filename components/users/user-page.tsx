"use client";

import { useTranslations } from "next-intl";
import { HistoryLink } from "#components/events/history-link.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Pill } from "#components/ui/pill.tsx";
import { Time } from "#components/ui/time.tsx";
import type { ProductAtUser } from "#lib/licenses/schemas.ts";
import type { RoleChoice } from "#lib/roles/schemas.ts";
import type { TelephonyOfUser } from "#lib/telephony/schemas.ts";
import type { UserDetails } from "#lib/users/schemas.ts";
import { DirectorySection } from "./directory-section.tsx";
import { EditUserForm } from "./edit-user-form.tsx";
import type { CallingCode } from "./mobile-number.ts";
import { ProductsPanel } from "./products-panel.tsx";
import { ReturnToList } from "./return-to-list.tsx";
import { useSourceWords } from "./source-words.ts";
import { DeleteUser, ResendWelcome, ResetPassword } from "./user-acts.tsx";
import { UserMails } from "./user-mails.tsx";
import type { UserRights } from "./user-rights.ts";
import { UserServices } from "./user-services.tsx";

type UserPageProps = {
  accountId: string;
  user: UserDetails;
  rights: UserRights;
  /** Whether the reader looks at themselves. */
  isSelf: boolean;
  codes: readonly CallingCode[];
  /** Null where users have no licenses: in a partner account. */
  products: readonly ProductAtUser[] | null;
  /** Null where the reader may not see it. */
  telephony: TelephonyOfUser | null;
  /** The roles that can be given here; none where the reader may give none. */
  choices: readonly RoleChoice[];
  /** Whether the account leaves passwords to an identity provider (USER-57). */
  usesSingleSignOn: boolean;
};

/** One user: the form, the services, the mails, and what can be done (USER-40 to USER-44, USER-51, USER-52). */
export function UserPage({ accountId, user, rights, isSelf, codes, products, telephony, choices, usesSingleSignOn }: UserPageProps) {
  const t = useTranslations("users");
  const source = useSourceWords(user.origin);
  const whyNotDeleted = useWhyNotDelete(user, isSelf);
  const isPartner = user.role === "partner";
  const whyRoleFixed = isSelf ? t("form.ownRole") : rights.assignRoles ? undefined : t("form.noRoleRight");
  return (
    <>
      <ReturnToList accountId={accountId} />
      <PageHeader
        title={user.name}
        subtitle={<UserState user={user} />}
        actions={<HistoryLink accountId={accountId} asset={{ kind: "user", id: user.id, name: user.name }} />}
      />
      {user.inactive && (
        <Banner tone="warn" className="mb-4" title={t(user.directory ? "page.inactiveAtSourceTitle" : "page.inactiveTitle")}>
          {t(user.directory ? "page.inactiveAtSourceText" : "page.inactiveText", { source: source.name })}
        </Banner>
      )}
      {source.isElsewhere && user.lockedFields.length > 0 && !user.inactive && <Banner className="mb-4" title={t("source.banner", { source: source.name })} />}
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_23rem]">
        <div className="min-w-0">
          <EditUserForm accountId={accountId} user={user} codes={codes} mayEdit={rights.edit} smsNumbers={rights.smsNumbers} choices={choices} whyRoleFixed={whyRoleFixed} />
          {products && <ProductsPanel accountId={accountId} user={user} products={products} telephony={telephony} mayAssign={rights.licenses} mayAssignTelephony={rights.assign} />}
          {!isPartner && <UserServices accountId={accountId} user={user} mayAssign={rights.assign} />}
          {user.directory && <DirectorySection data={user.directory} />}
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <UserMails mails={user.mails} address={user.email}>
            {rights.mail && <ResendWelcome accountId={accountId} user={user} />}
          </UserMails>
          {(rights.resetPasswords || isPartner) && <ResetPassword accountId={accountId} user={user} usesSingleSignOn={usesSingleSignOn} />}
          {(rights.delete || isPartner) && <DeleteUser accountId={accountId} user={user} whyNot={whyNotDeleted} />}
        </div>
      </div>
    </>
  );
}

function useWhyNotDelete(user: UserDetails, isSelf: boolean): string | undefined {
  const t = useTranslations("users.page");
  const source = useSourceWords(user.origin);
  if (user.role === "partner") return t("deletePartner");
  if (isSelf) return t("deleteSelf");
  return user.origin === "micloud" ? t("deleteSource", { source: source.name }) : undefined;
}

function UserState({ user }: { user: UserDetails }) {
  const t = useTranslations("users.page");
  const when = () => <Time value={user.modifiedAt} />;
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
      {user.registered ? <Pill tone="good">{t("registered")}</Pill> : <Pill>{user.inactive ? t("inactive") : t("unregistered")}</Pill>}
      <span className="min-w-0 break-words">{user.email}</span>
      <span>{user.modifiedBy ? t.rich("modified", { when, who: user.modifiedBy }) : t.rich("modifiedBySystem", { when })}</span>
    </span>
  );
}
