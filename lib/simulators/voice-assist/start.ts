/** The simulated Voice Assist: an attendant for each account, which answers the calls that its PBXs send to the pilot number (VASSIST-10). */
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { json, nothing } from "../kit/answers.ts";
import { type Collection, openCollection } from "../kit/collection.ts";
import { sectionOf } from "../kit/console.ts";
import { credentialCheck } from "../kit/credentials.ts";
import type { Database } from "../kit/database.ts";
import { DEMO_VOICE_ASSIST } from "../kit/demo.ts";
import type { PeerDefinition, PeerOptions, RunningPeer } from "../kit/peer.ts";
import { conflict, notFound, Refusal } from "../kit/refusal.ts";
import type { PeerRequest } from "../kit/requests.ts";
import type { Route } from "../kit/routes.ts";
import { startPeer } from "../kit/server.ts";
import { parseBody } from "../kit/validation.ts";
import { answerCall, type Attendant, type CallStep, describeFlow } from "./flows.ts";

const { name: NAME, title: TITLE } = DEMO_VOICE_ASSIST;
const RELEASE = "3.0";

const Name = z.string().min(1).max(200);
const AttendantBody = z.strictObject({
  company: Name,
  number: z.string().regex(/^\d{1,20}$/, "A number has digits only."),
  timeZone: z.string().refine((zone) => Intl.supportedValuesOf("timeZone").includes(zone) || zone === "UTC", "There is no such timezone."),
  recipe: z.enum(["opening_hours", "directory"]),
  pbxs: z.array(z.strictObject({ id: Name, kind: Name, name: Name })),
  directory: z.array(z.strictObject({ name: Name, number: Name })),
});
const CallBody = z.strictObject({ number: z.string(), pbx: z.string(), at: z.iso.datetime().optional(), heard: z.array(z.string().max(100)).max(10).default([]) });

type Call = { key: string; accountId: string; number: string; pbx: string; at: string; steps: CallStep[] };
type Store = { attendants: Collection<Attendant>; calls: Collection<Call> };

function getAttendant({ attendants }: Store, accountId = ""): Attendant {
  const attendant = attendants.get(accountId);
  if (!attendant) throw notFound("This account has no attendant.");
  return attendant;
}

function putAttendant({ attendants }: Store, accountId: string, body: unknown): void {
  const attendant: Attendant = { accountId, ...parseBody(AttendantBody, body) };
  const other = attendants.findBy("number", attendant.number).find((each) => each.accountId !== accountId);
  if (other) throw conflict("number_in_use", `The number ${attendant.number} is the pilot number of another account.`, "number");
  if (!attendants.add(attendant)) attendants.replace(accountId, attendant);
}

/** A PBX sends a call: only one that is attached has its calls answered. */
function takeCall(store: Store, body: unknown): { steps: CallStep[] } {
  const { number, pbx, at, heard } = parseBody(CallBody, body);
  const [attendant] = store.attendants.findBy("number", number);
  if (!attendant) throw notFound(`Nobody answers under ${number}.`, "number");
  const known = attendant.pbxs.find(({ id, name }) => id === pbx || name === pbx);
  if (!known) throw new Refusal(403, "pbx_not_attached", `${pbx} is not attached to this attendant.`, "pbx");
  const moment = at === undefined ? new Date() : new Date(at);
  const steps = answerCall(attendant, moment, heard);
  store.calls.add({ key: `${new Date().toISOString()} ${randomUUID()}`, accountId: attendant.accountId, number, pbx: known.name, at: moment.toISOString(), steps });
  return { steps };
}

function routes(store: Store, secret: string): Route[] {
  const isPortal = credentialCheck({ username: "portal", password: secret });
  const assertPortal = ({ authorization }: PeerRequest) => {
    if (!isPortal(authorization)) throw new Refusal(401, "unauthorized", "Only the portal may do this.");
  };
  const path = "/api/v1/attendants/{accountId}";
  return [
    {
      method: "GET",
      path,
      open: true,
      kind: "read",
      run(request) {
        assertPortal(request);
        const attendant = getAttendant(store, request.params.accountId);
        return json(200, { ...attendant, flow: describeFlow(attendant), calls: store.calls.findBy("accountId", attendant.accountId).length });
      },
    },
    {
      method: "PUT",
      path,
      open: true,
      kind: "write",
      run(request) {
        assertPortal(request);
        putAttendant(store, request.params.accountId ?? "", request.body);
        return nothing();
      },
    },
    {
      method: "DELETE",
      path,
      open: true,
      kind: "write",
      run(request) {
        assertPortal(request);
        store.attendants.remove(request.params.accountId ?? "");
        return nothing();
      },
    },
    { method: "POST", path: "/api/v1/calls", kind: "write", run: ({ body }) => json(200, takeCall(store, body)) },
  ];
}

function define(database: Database, secret: string): PeerDefinition {
  const store: Store = {
    attendants: openCollection<Attendant>(database, { name: "attendants", key: "accountId", indexed: ["number"] }),
    calls: openCollection<Call>(database, { name: "calls", key: "key", indexed: ["accountId"] }),
  };
  return {
    title: TITLE,
    name: NAME,
    release: RELEASE,
    routes: routes(store, secret),
    sections: [
      sectionOf("attendants", "Attendants", store.attendants, {
        Number: ({ number }) => number,
        Company: ({ company }) => company,
        Recipe: ({ recipe }) => recipe,
        Timezone: ({ timeZone }) => timeZone,
        PBXs: ({ pbxs }) => pbxs.map(({ name }) => name).join(", "),
        Directory: ({ directory }) => directory.length,
      }),
      sectionOf("calls", "Calls", store.calls, { At: ({ at }) => at, Number: ({ number }) => number, PBX: ({ pbx }) => pbx, Steps: ({ steps }) => steps.length }),
    ],
    settings: { read: () => ({}), write: (body) => parseBody(z.strictObject({}), body) },
    state: () => ({ attendants: store.attendants.all(), calls: store.calls.all() }),
  };
}

/** Starts a simulated Voice Assist; `secret` is what it shares with the portal. */
export function startVoiceAssist(options: PeerOptions & { secret: string }): Promise<RunningPeer> {
  return startPeer(options, options.name ?? NAME, (database) => define(database, options.secret));
}
