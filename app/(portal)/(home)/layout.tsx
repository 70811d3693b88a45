import type { ReactNode } from "react";
import { shellContext } from "#app/shell-context.ts";
import { Shell } from "#components/shell/shell.tsx";

export default async function HomeLayout({ children }: { children: ReactNode }) {
  return <Shell context={await shellContext(null)}>{children}</Shell>;
}
