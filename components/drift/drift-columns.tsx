"use client";

import type { useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import type { Column } from "#components/data-table/column.ts";
import { Time } from "#components/ui/time.tsx";
import type { DriftView } from "#lib/drift/schemas.ts";
import { FieldsInLine } from "./drift-fields.tsx";
import { DifferencePill, DriftStatus } from "./drift-status.tsx";
import { DriftMenu } from "./drift-menu.tsx";
import { useDriftWords } from "./drift-words.ts";
import type { Way } from "./settle.ts";

type Asked = {
  t: ReturnType<typeof useTranslations<"drift">>;
  accountId: string;
  onOpen: (drift: DriftView) => void;
  onSettle: (drift: DriftView, way: Way) => void;
};

/** The columns of the list of differences. */
export function driftColumns({ t, accountId, onOpen, onSettle }: Asked): Column<DriftView>[] {
  return [
    {
      id: "what",
      header: t("columns.what"),
      cell: (drift) => (
        <button type="button" className="block max-w-56 truncate rounded-sm font-semibold hover:underline" onClick={() => onOpen(drift)}>
          <Thing drift={drift} />
        </button>
      ),
    },
    { id: "difference", header: t("columns.difference"), cell: (drift) => <DifferencePill difference={drift.difference} /> },
    { id: "values", header: t("columns.values"), cell: ({ fields }) => <FieldsInLine fields={fields} />, from: "xl" },
    { id: "user", header: t("columns.user"), cell: (drift) => <Owner accountId={accountId} drift={drift} />, from: "sm" },
    { id: "system", header: t("columns.system"), cell: ({ element }) => <code className="font-mono text-xs">{element}</code>, from: "md" },
    { id: "since", header: t("columns.since"), cell: ({ detectedAt }) => <Time value={detectedAt} />, from: "lg" },
    { id: "status", header: t("columns.status"), cell: ({ status }) => <DriftStatus status={status} />, from: "sm" },
    { id: "menu", header: t("columns.menu"), headerHidden: true, hideable: false, cell: (drift) => <DriftMenu drift={drift} onSettle={onSettle} />, width: "w-12" },
  ];
}

function Thing({ drift }: { drift: DriftView }) {
  return useDriftWords().thing(drift);
}

function Owner({ accountId, drift: { userId, userName } }: { accountId: string; drift: DriftView }) {
  if (userId === null || userName === null) return "–";
  return (
    <Link href={`/accounts/${accountId}/users/${userId}`} className="hover:underline">
      {userName}
    </Link>
  );
}
