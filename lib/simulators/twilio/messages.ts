/** Messages that are sent from an account's numbers. */
import { randomBytes } from "node:crypto";
import { z } from "zod";
import { json } from "../kit/answers.ts";
import type { PeerRequest } from "../kit/requests.ts";
import type { Route } from "../kit/routes.ts";
import { ACCOUNT_PATH, activeAccountOf, sidOf } from "./accounts.ts";
import { noSuchResource, twilioRefusal } from "./errors.ts";
import { pageAnswer } from "./lists.ts";
import type { TwilioMessage, TwilioStore } from "./store.ts";

const LONGEST = 1600;

const Sent = z.object({ From: z.string(), To: z.string(), Body: z.string() }).partial();

function messageView({ sid, accountSid, from, to, body, createdAt }: TwilioMessage): object {
  return {
    sid,
    account_sid: accountSid,
    from,
    to,
    body,
    status: "sent",
    direction: "outbound-api",
    num_segments: String(Math.max(1, Math.ceil(body.length / 160))),
    error_code: null,
    error_message: null,
    date_created: createdAt,
    date_sent: createdAt,
    date_updated: createdAt,
    uri: `/2010-04-01/Accounts/${accountSid}/Messages/${sid}.json`,
  };
}

/** Refused in the order in which Twilio looks at the fields. */
function takeMessage(store: TwilioStore, request: PeerRequest): TwilioMessage {
  const account = activeAccountOf(store, request);
  const { From: from = "", To: to = "", Body: body = "" } = Sent.parse(request.body ?? {});
  if (to === "") throw twilioRefusal(400, 21604, "A 'To' phone number is required.");
  if (!/^\+[1-9]\d{6,14}$/.test(to)) throw twilioRefusal(400, 21211, `Invalid 'To' Phone Number: ${to}`);
  if (from === "") throw twilioRefusal(400, 21603, "A 'From' phone number is required.");
  const sender = store.numbers.findBy("phoneNumber", from).find(({ accountSid, capabilities }) => accountSid === account.sid && capabilities.sms);
  if (!sender) throw twilioRefusal(400, 21606, `The 'From' phone number provided (${from}) is not a valid message-capable Twilio phone number for this destination/account`);
  if (body === "") throw twilioRefusal(400, 21602, "Message body is required.");
  if (body.length > LONGEST) throw twilioRefusal(400, 21617, `The concatenated message body exceeds the ${LONGEST} character limit`);
  const message: TwilioMessage = { sid: `SM${randomBytes(16).toString("hex")}`, accountSid: account.sid, from, to, body, createdAt: new Date().toUTCString() };
  store.messages.add(message);
  return message;
}

/** Send, list and read messages. */
export function messageRoutes(store: TwilioStore): Route[] {
  const list = `${ACCOUNT_PATH}/Messages.json`;
  return [
    { method: "POST", path: list, kind: "write", open: true, run: (request) => json(201, messageView(takeMessage(store, request))) },
    {
      method: "GET",
      path: list,
      kind: "read",
      open: true,
      run(request) {
        const rows = store.messages.findBy("accountSid", activeAccountOf(store, request).sid);
        return pageAnswer(request, "messages", rows, ({ sid }) => sid, messageView);
      },
    },
    {
      method: "GET",
      path: `${ACCOUNT_PATH}/Messages/{messageSid}`,
      kind: "read",
      open: true,
      run(request) {
        const account = activeAccountOf(store, request);
        const message = store.messages.get(sidOf(request.params.messageSid ?? ""));
        if (message?.accountSid !== account.sid) throw noSuchResource(request.path);
        return json(200, messageView(message));
      },
    },
  ];
}
