"use client";

import { useEffect, useRef, useState } from "react";
import { request } from "#components/api/request.ts";
import type { SelectOption } from "#components/ui/select.tsx";
import type { ServiceRoleChoice } from "#lib/service-roles/schemas.ts";

/** So many are offered at once; only where there may be more is the server asked while typing. */
const OFFERED = 100;
const SEARCH_AFTER_MS = 250;

type RoleChoices = {
  options: readonly SelectOption[];
  chosen: ServiceRoleChoice | null;
  loading: boolean;
  /** Undefined where all roles are offered already. */
  search: ((text: string) => void) | undefined;
};

/** The roles to choose from. The one that is chosen stays among them, whatever is searched for. */
export function useRoleChoices(accountId: string, first: readonly ServiceRoleChoice[], chosenId: string | null): RoleChoices {
  const [found, setFound] = useState(first);
  const [known, setKnown] = useState(first);
  const [loading, setLoading] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef("");
  useEffect(() => () => clearTimeout(timer.current), []);

  const load = async (text: string) => {
    const result = await request<{ items: ServiceRoleChoice[] }>("GET", `/accounts/${accountId}/service-roles/choices?${new URLSearchParams({ search: text })}`);
    // An answer that was overtaken by a later one is of no use any more.
    if (latest.current !== text) return;
    setLoading(false);
    if (!result.ok) return;
    setFound(result.data.items);
    setKnown((before) => [...before, ...result.data.items]);
  };
  const search = (text: string) => {
    clearTimeout(timer.current);
    latest.current = text;
    setLoading(true);
    timer.current = setTimeout(() => void load(text), SEARCH_AFTER_MS);
  };
  const chosen = known.find(({ id }) => id === chosenId) ?? null;
  const offered = chosen && !found.some(({ id }) => id === chosen.id) ? [chosen, ...found] : found;
  return {
    options: offered.map(({ id, name, primaryPhone }) => ({ value: id, label: name, hint: primaryPhone ?? undefined })),
    chosen,
    loading,
    search: first.length < OFFERED ? undefined : search,
  };
}
