import { useTranslations } from "next-intl";
import { TextField } from "#components/forms/text-field.tsx";
import type { UserDetails } from "#lib/users/schemas.ts";

type UsernameFieldProps = { user: UserDetails; mayEdit: boolean; readOnly: string };

/** "Username": can be edited once MiVoice Business Service was added; the first set-up passes it on, later changes stay here (USER-47 to USER-49). */
export function UsernameField({ user, mayEdit, readOnly }: UsernameFieldProps) {
  const t = useTranslations("users.form");
  const hint = !user.hasMivbService ? t("usernameLocked") : user.serviceList.length > 0 && user.loginId ? t("usernameLater", { loginId: user.loginId }) : t("usernameFirst");
  return <TextField name="username" label={t("username")} hint={hint} disabled={!user.hasMivbService} ownedBy={mayEdit ? undefined : readOnly} className="sm:col-span-2" />;
}
