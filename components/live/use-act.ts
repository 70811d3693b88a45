"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import type { RequestError, Result } from "#components/api/request.ts";

export type Act = {
  /** The name of the act that is under way, until the page shows what came of it. */
  pending: string | null;
  /** Why the last one was not taken, and which it was. */
  failure: (RequestError & { act: string }) | null;
  /** Sends; when it was taken the page is read anew. One at a time: another one meanwhile is not sent. */
  act: <Data>(name: string, send: () => Promise<Result<Data>>, onDone?: (data: Data) => void) => Promise<void>;
};

/** Acts of a page that need no form. */
export function useAct(): Act {
  const router = useRouter();
  const [refreshing, startRefresh] = useTransition();
  const [sending, setSending] = useState(false);
  const [name, setName] = useState<string | null>(null);
  const [failure, setFailure] = useState<Act["failure"]>(null);
  const busy = sending || refreshing;

  const act: Act["act"] = async (asked, send, onDone) => {
    if (busy) return;
    setName(asked);
    setSending(true);
    setFailure(null);
    try {
      const result = await send();
      if (!result.ok) return setFailure({ ...result.error, act: asked });
      onDone?.(result.data);
      startRefresh(() => router.refresh());
    } finally {
      setSending(false);
    }
  };
  return { pending: busy ? name : null, failure, act };
}
