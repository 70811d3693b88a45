"use client";

import ScanSearch from "lucide-react/icons/scan-search";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { request } from "#components/api/request.ts";
import { useLiveChanges } from "#components/live/use-live-changes.ts";
import { Button } from "#components/ui/button.tsx";
import { toast } from "#components/ui/toast.tsx";

const TOPICS = ["drift"];

/** After that nobody stays to wait; the list shows what was found whenever it comes. */
const WAIT_MS = 60_000;

/** Compares every system with what was asked for, now instead of by the schedule; turns until they have answered. */
export function LookAgain({ accountId }: { accountId: string }) {
  const t = useTranslations("drift.look");
  const [looking, setLooking] = useState(false);

  useLiveChanges(TOPICS, () => {
    if (looking) toast({ title: t("done") });
    setLooking(false);
  });
  useEffect(() => {
    if (!looking) return;
    const timer = setTimeout(() => {
      setLooking(false);
      toast({ title: t("slow"), description: t("slowText") });
    }, WAIT_MS);
    return () => clearTimeout(timer);
  }, [looking, t]);

  const look = async () => {
    setLooking(true);
    const result = await request("POST", `/accounts/${accountId}/provisioning/differences/reconcile`, { body: {} });
    if (result.ok) return;
    setLooking(false);
    toast({ tone: "bad", title: t("failed"), description: result.error.message });
  };
  return (
    <Button icon={<ScanSearch aria-hidden />} pending={looking} onClick={() => void look()}>
      {t("now")}
    </Button>
  );
}
