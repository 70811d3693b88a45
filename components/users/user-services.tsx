"use client";

import Layers from "lucide-react/icons/layers";
import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { useRouter } from "next/navigation";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Pill } from "#components/ui/pill.tsx";
import { Time } from "#components/ui/time.tsx";
import type { Tone } from "#components/ui/tones.ts";
import type { UserDetails, UserRun, UserService } from "#lib/users/schemas.ts";
import { keepForPlan } from "./selected-users.ts";
import { ServicesState } from "./services-state.tsx";

type UserServicesProps = { accountId: string; user: UserDetails; mayAssign: boolean };

/** What the phone systems hold for the user, and the runs that made it so. */
export function UserServices({ accountId, user, mayAssign }: UserServicesProps) {
  const t = useTranslations("users.serviceList");
  const router = useRouter();
  const assign = () => {
    keepForPlan(accountId, { selection: { mode: "some", ids: [user.id] }, count: 1, isExact: true }, user.name);
    router.push(`/accounts/${accountId}/provisioning/runs/new`);
  };
  return (
    <Card
      title={t("title")}
      description={user.serviceRole ? t("template", { template: user.serviceRole }) : undefined}
      actions={
        <>
          {mayAssign && user.differences > 0 ? (
            <Link href={`/accounts/${accountId}/provisioning/differences?userId=${user.id}`} className="rounded-full hover:underline">
              <ServicesState user={user} />
            </Link>
          ) : (
            <ServicesState user={user} />
          )}
          {mayAssign && (
            <Button size="sm" icon={<Layers aria-hidden />} onClick={assign}>
              {t("assign")}
            </Button>
          )}
        </>
      }
      flush
    >
      {user.serviceList.length === 0 ? <p className="px-4 py-3.5 text-sm text-fg-2">{t("empty")}</p> : <ServiceTable services={user.serviceList} />}
      <h3 className="border-t border-line px-4 pt-3.5 text-sm font-semibold">{t("runs")}</h3>
      {user.runs.length === 0 ? (
        <p className="px-4 pt-1 pb-3.5 text-sm text-fg-2">{t("noRuns")}</p>
      ) : (
        <ul className="divide-y divide-line">
          {user.runs.map((run) => (
            <Run key={run.id} run={run} href={`/accounts/${accountId}/provisioning/runs/${run.planId}`} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function ServiceTable({ services }: { services: readonly UserService[] }) {
  const t = useTranslations("users.serviceList");
  return (
    <div className="overflow-x-auto">
      <table className="w-full text-sm">
        <caption className="sr-only">{t("title")}</caption>
        <thead className="bg-surface-2 text-start text-xs text-fg-3">
          <tr>
            {(["kind", "key", "element"] as const).map((column) => (
              <th key={column} scope="col" className="px-4 py-2 text-start font-medium">
                {t(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {services.map(({ kind, key, element }) => (
            <tr key={`${element} ${kind} ${key}`} className="border-t border-line">
              <th scope="row" className="px-4 py-2.5 text-start font-medium">
                {t(`kinds.${kindKey(kind)}`)}
              </th>
              <td className="px-4 py-2.5 tabular-nums text-fg-2">{key}</td>
              <td className="px-4 py-2.5 text-fg-2">{element}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const KINDS = [
  "mivb_user",
  "mivb_phone",
  "mivb_voicemail",
  "mivb_agent_group_member",
  "mbg_teleworker_set",
  "micollab_client_account",
  "micollab_deployment",
  "micc_employee",
  "micc_agent",
] as const;

/** A kind of resource as the catalogue names it: there a dot would open a group. */
function kindKey(kind: string): (typeof KINDS)[number] | "other" {
  return KINDS.find((known) => known === kind.replace(".", "_")) ?? "other";
}

const RUN_TONES = {
  planned: "neutral",
  blocked: "warn",
  left_out: "neutral",
  unchanged: "neutral",
  queued: "accent",
  running: "accent",
  waiting: "accent",
  succeeded: "good",
  failed: "bad",
  rolling_back: "accent",
  rolled_back: "neutral",
  cancelled: "neutral",
} as const satisfies Record<string, Tone>;

function Run({ run, href }: { run: UserRun; href: string }) {
  const t = useTranslations("users.serviceList");
  const state = run.status in RUN_TONES ? (run.status as keyof typeof RUN_TONES) : null;
  return (
    <li className="px-4 py-3 text-sm">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Link href={href} className="link min-w-0 truncate font-medium">
          {run.title}
        </Link>
        <Pill tone={state ? RUN_TONES[state] : "neutral"}>{t(`runStates.${state ?? "other"}`)}</Pill>
        <span className="ms-auto flex flex-wrap gap-x-3 text-fg-3">
          {run.of > 0 && <span>{t("steps", { done: run.done, of: run.of })}</span>}
          <Time value={run.createdAt} />
        </span>
      </div>
      {run.error && <p className="mt-1 text-bad">{run.error}</p>}
    </li>
  );
}
