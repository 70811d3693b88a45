"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Result } from "#components/api/request.ts";
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/button.tsx";
import { useFocusOnAppearing } from "#components/ui/use-focus-on-appearing.ts";
import type { SignInAnswer } from "#lib/sessions/schemas.ts";

type AccountChoiceProps = { accounts: SignInAnswer["accounts"]; onChoose: (accountId: string) => Promise<Result<SignInAnswer>> };

/** Which of several accounts to enter (OP1-24). */
export function AccountChoice({ accounts, onChoose }: AccountChoiceProps) {
  const t = useTranslations("signIn");
  const heading = useFocusOnAppearing<HTMLHeadingElement>();
  const [entering, setEntering] = useState<string | null>(null);
  const [problem, setProblem] = useState("");

  async function choose(id: string) {
    // One account is entered, also where a second one is pressed while the answer is on its way.
    if (entering !== null) return;
    setEntering(id);
    setProblem("");
    const result = await onChoose(id);
    if (result.ok) return;
    setProblem(result.error.message);
    setEntering(null);
  }

  return (
    <section aria-labelledby="choose-account" className="grid gap-3">
      <h2 ref={heading} tabIndex={-1} id="choose-account" className="font-semibold">{t("chooseAccount")}</h2>
      <p className="text-sm text-fg-2">{t("chooseAccountHint")}</p>
      {problem && <Banner tone="bad" title={problem} live />}
      {accounts.map((account) => (
        <Button key={account.id} size="lg" pending={entering === account.id} onClick={() => void choose(account.id)} className="w-full">{account.name}</Button>
      ))}
    </section>
  );
}
