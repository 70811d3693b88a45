import type { ReactNode } from "react";
import { shellContext } from "#app/shell-context.ts";
import { Shell } from "#components/shell/shell.tsx";

export default async function AccountLayout({ children, params }: { children: ReactNode; params: Promise<{ accountId: string }> }) {
  return <Shell context={await shellContext((await params).accountId)}>{children}</Shell>;
}
