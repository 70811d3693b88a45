import { redirect } from "next/navigation";
import { personAt } from "#app/actor.ts";

export default async function DashboardPage() {
  const { person } = await personAt(null);
  // An Account Admin's dashboard is that of the account (DASH-01).
  if (person.role === "account_admin") redirect(`/accounts/${person.accountId}/dashboard`);
  return <h1 className="text-xl font-semibold">{person.name}</h1>;
}
