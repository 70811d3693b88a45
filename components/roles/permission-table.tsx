"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { ACTIONS, type Action, type BaseRole, type Grant } from "#lib/permissions/schemas.ts";
import { PERMISSION_TABLE, type Line } from "#lib/permissions/table.ts";
import { boxOf, tickBox } from "./tick-boxes.ts";

type PermissionTableProps = {
  base: BaseRole;
  ticked: readonly Grant[];
  /** Absent where the table is only read. */
  onChange?: (ticked: Grant[]) => void;
  /** What the reader holds: nobody gives more than that. */
  held: readonly string[];
};

/** One line per feature, one box per action that applies to it (ROLE-07 to ROLE-28). */
export function PermissionTable({ base, ticked, onChange, held }: PermissionTableProps) {
  const t = useTranslations("roles.permissions");
  return (
    <div role="region" aria-label={t("title")} tabIndex={0} className="overflow-x-auto focus-visible:-outline-offset-2">
      <table className="w-full min-w-136 border-separate border-spacing-0 text-sm">
        <caption className="sr-only">{t("title")}</caption>
        <thead>
          <tr className="text-[0.6875rem] leading-4 tracking-wider text-fg-3 uppercase">
            <th scope="col" className="border-b border-line px-3 py-2 text-start font-semibold">
              {t("title")}
            </th>
            {ACTIONS.map((action) => (
              <th key={action} scope="col" className="w-18 border-b border-line px-2 py-2 text-center font-semibold">
                {t(`actions.${action}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {PERMISSION_TABLE[base].map((line) => (
            <PermissionLine key={line.feature} base={base} line={line} ticked={ticked} held={held} onChange={onChange} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function PermissionLine({ base, line, ticked, held, onChange }: PermissionTableProps & { line: Line }) {
  const t = useTranslations("roles.permissions");
  const [open, setOpen] = useState(false);
  const actions = (Object.keys(line.boxes) as Action[]).toSorted((a, b) => ACTIONS.indexOf(a) - ACTIONS.indexOf(b));
  return (
    <tr className="align-top">
      <th scope="row" className="border-b border-line px-3 py-2.5 text-start font-normal">
        <span className="block font-semibold">{line.name}</span>
        <span className="block max-w-prose text-fg-2">{line.text}</span>
        <button type="button" className="link mt-0.5 min-h-6 text-xs" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t("learnMore")}
          <span className="sr-only">: {line.name}</span>
        </button>
        {open && (
          <ul className="mt-1 flex list-disc flex-col gap-0.5 ps-5 text-fg-2 marker:text-fg-3">
            {actions.map((action) => (
              <li key={action}>
                <strong className="font-semibold">{t(`actions.${action}`)}:</strong> {line.boxes[action]!.lets}
              </li>
            ))}
            {actions.length > 1 && <li>{t("needsView")}</li>}
          </ul>
        )}
      </th>
      {ACTIONS.map((action) => {
        const box = boxOf(line.feature, action);
        const on = ticked.includes(box);
        const why = whyFixed(line, action, { on, held: held.includes(box), readOnly: !onChange });
        return (
          <td key={action} className="border-b border-line px-2 py-2 text-center">
            <Checkbox
              aria-label={t("box", { line: line.name, action: t(`actions.${action}`) })}
              title={why ? t(`fixed.${why}`) : undefined}
              checked={on}
              disabled={why !== null}
              onCheckedChange={(next) => onChange?.(tickBox(base, ticked, line, action, next))}
              className={classNames("align-middle", !line.boxes[action] && "opacity-40")}
            />
          </td>
        );
      })}
    </tr>
  );
}

/** Why a box can not be changed; null where it can. */
function whyFixed(line: Line, action: Action, { on, held, readOnly }: { on: boolean; held: boolean; readOnly: boolean }): "notApplicable" | "always" | "notHeld" | "readOnly" | null {
  const box = line.boxes[action];
  if (!box) return "notApplicable";
  if (box.fixed) return "always";
  if (readOnly) return "readOnly";
  return !held && !on ? "notHeld" : null;
}
