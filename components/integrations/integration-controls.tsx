"use client";

import Settings from "lucide-react/icons/settings";
import Trash2 from "lucide-react/icons/trash-2";
import { useTranslations } from "next-intl";
import { usePathname, useRouter } from "next/navigation";
import { request } from "#components/api/request.ts";
import { useAct } from "#components/live/use-act.ts";
import { ButtonLink } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import { Switch } from "#components/ui/switch.tsx";
import { toast } from "#components/ui/toast.tsx";
import type { IntegrationEntry } from "#lib/integrations/schemas.ts";
import { DirectoryKeys } from "#components/directory-keys/directory-keys.tsx";
import type { IntegrationRights } from "./integration-rights.ts";
import { SetUpDialog } from "./set-up-dialog.tsx";
import { SettingsGear } from "./settings-gear.tsx";

type IntegrationControlsProps = { accountId: string; entry: IntegrationEntry; rights: IntegrationRights; onRemove: () => void };

/** Gear and toggle of an integration that is set up, "Complete setup" and a trash icon of one that is not (INTEG-06, INTEG-07, INT-07, INT-08). */
export function IntegrationControls({ accountId, entry, rights, onRemove }: IntegrationControlsProps) {
  const t = useTranslations("integrations.panel");
  const router = useRouter();
  const isOnInformation = usePathname().endsWith("/information");
  const { act, pending } = useAct();
  const { key, name, status, version, settings, settingsPlace, ownPage, setUpLabel, removing } = entry;
  if (removing) return <Spinner />;
  const api = `/accounts/${accountId}/integrations/${key}`;
  // A set-up of several steps leads back to where it was entered (GW-13).
  const page = isOnInformation ? `${api}?from=information` : api;
  const switchOn = () =>
    act("on", async () => {
      const result = await request("POST", `${api}/switch-on`, { body: { version } });
      if (!result.ok) toast({ tone: "bad", title: t("notSwitchedOn", { name }), description: result.error.message });
      return result;
    });
  const trash = rights.remove && <IconButton label={t("delete", { name })} icon={<Trash2 aria-hidden />} onClick={onRemove} />;
  const toggle = (
    <Switch
      aria-label={name}
      aria-busy={pending !== null}
      checked={status === "on"}
      disabled={status === "on" ? !rights.remove : !rights.configure}
      onCheckedChange={() => (status === "on" ? onRemove() : void switchOn())}
    />
  );
  if (key === "azure_ad_sync") {
    // One and the same before and after its keys are made, so that they stay in view while the row changes.
    const isIncomplete = status === "incomplete";
    return (
      <div className="ms-auto flex items-center gap-1.5">
        {rights.configure && <DirectoryKeys accountId={accountId} name={name} setUpLabel={isIncomplete ? setUpLabel : null} onRemove={rights.remove ? onRemove : undefined} />}
        {isIncomplete ? trash : toggle}
      </div>
    );
  }
  if (status === "incomplete") {
    return (
      <div className="ms-auto flex items-center gap-1">
        {rights.configure && settingsPlace === "dialog" && settings && <SetUpDialog accountId={accountId} entry={entry} settings={settings} />}
        {rights.configure && settingsPlace === "page" && (
          <ButtonLink href={page} size="sm" aria-label={t("setUpOf", { label: setUpLabel, name })}>
            {setUpLabel}
          </ButtonLink>
        )}
        {trash}
      </div>
    );
  }
  return (
    <div className="ms-auto flex items-center gap-1.5">
      {settingsPlace === "page" && ownPage === null && <IconButton label={t("settingsOf", { name })} icon={<Settings aria-hidden />} onClick={() => router.push(page)} />}
      {settingsPlace === "dialog" && settings && rights.configure && <SettingsGear accountId={accountId} name={name} of={entry} settings={settings} onRemove={rights.remove ? onRemove : undefined} />}
      {status === "off" && trash}
      {toggle}
    </div>
  );
}
