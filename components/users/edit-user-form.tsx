"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { request } from "#components/api/request.ts";
import type { Result } from "#components/api/request.ts";
import { FollowNewer } from "#components/forms/follow-newer.tsx";
import { Form } from "#components/forms/form.tsx";
import { SaveBar } from "#components/forms/save-bar.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { SmsNumberField } from "#components/sms-numbers/sms-number-field.tsx";
import { Card } from "#components/ui/card.tsx";
import { toast } from "#components/ui/toast.tsx";
import type { RoleChoice } from "#lib/roles/schemas.ts";
import { EditUserForm as EditUserShape, type SourceField, type UserDetails, type UserView } from "#lib/users/schemas.ts";
import { AdminFields } from "./admin-fields.tsx";
import { ConflictNotice } from "./conflict-notice.tsx";
import { conflictBetween, inForm, type Conflict } from "./edit-conflict.ts";
import type { CallingCode } from "./mobile-number.ts";
import { MobileNumberField } from "./mobile-number-field.tsx";
import { NameFields } from "./name-fields.tsx";
import { UsernameField } from "./username-field.tsx";
import { useSourceWords } from "./source-words.ts";

type EditUserFormProps = {
  accountId: string;
  user: UserDetails;
  codes: readonly CallingCode[];
  /** Whether the reader may change more than the role. */
  mayEdit: boolean;
  /** Whether users of the account can have SMS numbers. */
  smsNumbers: boolean;
  choices: readonly RoleChoice[];
  /** Why the role can not be changed, where it can not. */
  whyRoleFixed: string | undefined;
};

/** The fields of a user. Of two who edit at once the second loses nothing: what the first changed is laid beside it (USER-40 to USER-44, pains 41). */
export function EditUserForm({ accountId, user, codes, mayEdit, smsNumbers, choices, whyRoleFixed }: EditUserFormProps) {
  const t = useTranslations("users.form");
  const router = useRouter();
  const [base, setBase] = useState<UserView>(user);
  const [fillings, setFillings] = useState(0);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const { kept } = useSourceWords(user.origin);
  const ownerOf = (field: SourceField) => (mayEdit ? (user.lockedFields.includes(field) ? kept : undefined) : t("readOnly"));
  const at = `/accounts/${accountId}/users/${user.id}`;

  async function save(changed: Partial<EditUserShape>): Promise<Result<UserView>> {
    const result = await request<UserView>("PATCH", at, { body: { ...changed, version: base.version } });
    if (result.ok || result.error.code !== "conflict" || result.error.fields.length > 0) return result;
    const theirs = await request<UserDetails>("GET", at);
    if (!theirs.ok || theirs.data.version === base.version) return result;
    setConflict(conflictBetween(inForm(base), { ...inForm(theirs.data), modifiedBy: theirs.data.modifiedBy }, changed));
    setBase(theirs.data);
    return { ok: false, error: { ...result.error, message: t("conflicting") } };
  }
  return (
    <Form
      key={fillings}
      schema={EditUserShape}
      defaultValues={inForm(base)}
      onSubmit={(_, changed) => save(changed)}
      onSaved={(saved) => {
        setBase(saved);
        setConflict(null);
        toast({ title: t("saved"), description: saved.name });
        router.refresh();
      }}
      guard
      className="mb-4"
    >
      <FollowNewer
        isNewer={user.version > base.version}
        onFollow={() => {
          setBase(user);
          setFillings(fillings + 1);
        }}
      />
      {conflict && <ConflictNotice conflict={conflict} roles={choices} />}
      <Card title={t("details")}>
        <div className="grid gap-4 sm:grid-cols-2">
          <NameFields ownerOf={ownerOf} />
          <TextField name="email" type="email" label={t("email")} hint={t("emailHint")} required ownedBy={ownerOf("email")} className="sm:col-span-2" />
          <div className="sm:col-span-2">
            <MobileNumberField codes={codes} ownedBy={ownerOf("mobileNumber")} />
          </div>
          {user.role !== "partner" && <SmsNumberField accountId={accountId} enabled={smsNumbers} isGone={base.smsNumberGone} ownedBy={mayEdit ? undefined : t("readOnly")} className="sm:col-span-2" />}
          <UsernameField user={user} mayEdit={mayEdit} readOnly={t("readOnly")} />
          <AdminFields user={base} choices={choices} whyFixed={whyRoleFixed} />
        </div>
      </Card>
      <SaveBar />
    </Form>
  );
}
