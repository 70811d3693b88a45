"use client";

import { useEffect, useState } from "react";
import { request } from "#components/api/request.ts";
import type { RequestError } from "#components/api/request.ts";
import type { NumbersView } from "#lib/mivoice-business/schemas.ts";
import type { SetUpChoices } from "#lib/telephony/schemas.ts";

type Asked = {
  /** Null until they are read. */
  choices: SetUpChoices | null;
  /** The numbers of the PBX; null while they are read, and where they are not asked for. */
  numbers: NumbersView | null;
  failure: RequestError | null;
};

/** What the set-up of a user offers. The numbers come from the PBX, so the templates do not wait for them. */
export function useSetUpChoices(accountId: string, withNumbers: boolean): Asked {
  const [choices, setChoices] = useState<SetUpChoices | null>(null);
  const [numbers, setNumbers] = useState<NumbersView | null>(null);
  const [failure, setFailure] = useState<RequestError | null>(null);
  useEffect(() => {
    let gone = false;
    void request<SetUpChoices>("GET", `/accounts/${accountId}/telephony/choices`).then((result) => {
      if (gone) return;
      if (result.ok) setChoices(result.data);
      else setFailure(result.error);
    });
    if (withNumbers) {
      void request<NumbersView>("GET", `/accounts/${accountId}/mivoice-business/numbers`).then((result) => {
        if (!gone && result.ok) setNumbers(result.data);
      });
    }
    return () => {
      gone = true;
    };
  }, [accountId, withNumbers]);
  return { choices, numbers, failure };
}
