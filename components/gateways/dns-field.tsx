"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { z } from "zod";
import { Field } from "#components/forms/field.tsx";
import { useField } from "#components/forms/use-field.ts";
import { Button } from "#components/ui/button.tsx";
import { Input } from "#components/ui/input.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { InfoButton } from "./info.tsx";

const Address = z.ipv4();

/** The DNS servers as chips, each with a cross, and "Add DNS" (GW-16). */
export function DnsField({ name }: { name: string }) {
  const t = useTranslations("gateways.ethernet");
  const field = useField(name, t("dnsServers"));
  const [typed, setTyped] = useState("");
  const [problem, setProblem] = useState("");
  const servers = (field.value ?? []) as string[];
  const add = () => {
    const address = typed.trim();
    if (!Address.safeParse(address).success) return setProblem(t("badAddress"));
    setProblem("");
    setTyped("");
    if (!servers.includes(address)) field.change([...servers, address]);
  };
  return (
    <Field id={field.id} label={t("dnsServers")} required error={problem || field.error}>
      {(aria) => (
        <>
          {servers.length > 0 && (
            <ul className="flex flex-wrap gap-1.5 pb-1">
              {servers.map((address) => (
                <li key={address}>
                  <Tag onRemove={() => field.change(servers.filter((each) => each !== address))} removeLabel={t("removeDns", { address })}>
                    {address}
                  </Tag>
                </li>
              ))}
            </ul>
          )}
          <div className="flex gap-2">
            <div className="min-w-0 flex-1">
              <Input
                {...aria}
                inputMode="decimal"
                autoComplete="off"
                value={typed}
                onChange={(event) => setTyped(event.target.value)}
                onKeyDown={(event) => {
                  if (event.key !== "Enter") return;
                  event.preventDefault();
                  add();
                }}
                trailing={<InfoButton of={t("dnsServers")}>{t("dnsServersInfo")}</InfoButton>}
              />
            </div>
            <Button onClick={add}>{t("addDns")}</Button>
          </div>
        </>
      )}
    </Field>
  );
}
