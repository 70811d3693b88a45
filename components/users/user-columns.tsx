import type { useTranslations } from "next-intl";
import type { Column } from "#components/data-table/column.ts";
import { Avatar } from "#components/ui/avatar.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { Time } from "#components/ui/time.tsx";
import type { UserView } from "#lib/users/schemas.ts";
import { ServicesState } from "./services-state.tsx";

type Translate = ReturnType<typeof useTranslations<"users">>;

/** The columns of the list of users (USER-06 to USER-09), the state of their services, and what can be shown besides. */
export function userColumns(t: Translate, smsNumbers: boolean): Column<UserView>[] {
  return [
    {
      id: "name",
      header: t("list.columns.name"),
      width: "max-sm:max-w-42!",
      cell: ({ name }) => (
        <span className="inline-flex max-w-full items-center gap-2.5 align-middle">
          <Avatar name={name} />
          <span className="truncate">{name}</span>
        </span>
      ),
    },
    { id: "email", header: t("list.columns.email"), cell: ({ email }) => email, from: "md" },
    { id: "extension", header: t("list.columns.extension"), cell: ({ extension }) => extension || "–", width: "tabular-nums" },
    { id: "modified", header: t("list.columns.modified"), cell: modifiedOn, from: "lg" },
    { id: "licenses", header: t("list.columns.licenses"), cell: ({ licenses }) => <Licenses licenses={licenses} more={(count) => t("list.moreLicenses", { count })} />, from: "xl" },
    { id: "role", header: t("list.columns.role"), cell: ({ role, customRole }) => customRole || t(`roles.${role}`), from: "md" },
    { id: "services", header: t("list.columns.services"), cell: (user) => <ServicesState user={user} /> },
    { id: "mobile", header: t("list.columns.mobile"), cell: ({ mobileNumber }) => mobileNumber || "–", hiddenByDefault: true },
    ...(smsNumbers ? [{ id: "smsNumber", header: t("list.columns.smsNumber"), cell: smsNumberOf(t("list.numberGone")), hiddenByDefault: true }] : []),
    { id: "registered", header: t("list.columns.registered"), cell: ({ registered, inactive }) => (inactive ? t("services.inactive") : t(registered ? "list.yes" : "list.no")), hiddenByDefault: true },
    { id: "welcomed", header: t("list.columns.welcomed"), cell: ({ welcomedAt }) => (welcomedAt ? <Time value={welcomedAt} /> : "–"), hiddenByDefault: true },
    { id: "contactCenter", header: t("list.columns.contactCenter"), chooserLabel: t("list.columns.contactCenterLong"), cell: ({ contactCenter }) => contactCenter.join(", ") || "–", hiddenByDefault: true },
    { id: "template", header: t("list.columns.template"), cell: ({ serviceRole }) => serviceRole ?? "–", hiddenByDefault: true },
  ];
}

function modifiedOn({ modifiedAt, modifiedBy }: UserView) {
  return (
    <>
      <Time value={modifiedAt} /> {modifiedBy && `(${modifiedBy})`}
    </>
  );
}

/** Its number, and that Twilio does not list it any more. */
function smsNumberOf(gone: string) {
  return ({ smsNumber, smsNumberGone }: UserView) => (smsNumberGone ? `${smsNumber} (${gone})` : smsNumber || "–");
}

/** The first license by name, and how many more there are (USER-08). */
function Licenses({ licenses, more }: { licenses: readonly string[]; more: (count: number) => string }) {
  const [first, ...others] = licenses;
  if (first === undefined) return null;
  return (
    <span className="inline-flex gap-1.5 align-middle">
      <Tag>{first}</Tag>
      {others.length > 0 && <Tag>{more(others.length)}</Tag>}
    </span>
  );
}
