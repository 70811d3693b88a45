import { redirect } from "next/navigation";

/** The bare address of the portal, which is what people type and what the start prints. */
export default function StartPage(): never {
  redirect("/dashboard");
}
