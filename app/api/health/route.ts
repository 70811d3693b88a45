import { isHealthy } from "#lib/db/health.ts";

export const dynamic = "force-dynamic";

/** For whoever watches the portal: 200 while it can reach its database. */
export async function GET(): Promise<Response> {
  const healthy = await isHealthy();
  return Response.json({ status: healthy ? "ok" : "database unreachable" }, { status: healthy ? 200 : 503 });
}
