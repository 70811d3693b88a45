import { openStream } from "#lib/live/stream.ts";
import { credentialsOf } from "#lib/operations/http-door.ts";

export const dynamic = "force-dynamic";

/** The live stream of one open page; `?account=` names the account it shows, `?since=` the moment at which it was made. */
export async function GET(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const since = Number(searchParams.get("since") ?? Number.NaN);
  const stream = await openStream(await credentialsOf(request), searchParams.get("account"), request.signal, Number.isNaN(since) ? undefined : since);
  if (!stream) return new Response(null, { status: 401 });
  // Without buffering by proxies on the way, so that an event is on the page within a second.
  return new Response(stream, { headers: { "content-type": "text/event-stream", "cache-control": "no-store, no-transform", "x-accel-buffering": "no" } });
}
