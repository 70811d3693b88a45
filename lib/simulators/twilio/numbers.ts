/** The numbers that an account has bought (IncomingPhoneNumbers). */
import { randomBytes } from "node:crypto";
import { z } from "zod";
import { json, nothing } from "../kit/answers.ts";
import type { PeerRequest } from "../kit/requests.ts";
import type { Route } from "../kit/routes.ts";
import { ACCOUNT_PATH, activeAccountOf, sidOf } from "./accounts.ts";
import { noSuchResource, twilioRefusal } from "./errors.ts";
import { pageAnswer } from "./lists.ts";
import type { Capabilities, TwilioNumber, TwilioStore } from "./store.ts";

const ALL: Capabilities = { voice: true, sms: true, mms: true, fax: false };

const Purchase = z.object({ PhoneNumber: z.string().regex(/^\+[1-9]\d{6,14}$/), FriendlyName: z.string().max(64).optional(), SmsCapable: z.enum(["true", "false"]).default("true") });
const Change = z.object({ FriendlyName: z.string().max(64), SmsUrl: z.union([z.literal(""), z.url()]), SmsMethod: z.enum(["GET", "POST"]) }).partial();

/** Gives an account a number. */
export function addNumber({ numbers }: TwilioStore, accountSid: string, { phoneNumber, friendlyName, capabilities = ALL }: { phoneNumber: string; friendlyName: string; capabilities?: Capabilities }): TwilioNumber {
  const number: TwilioNumber = { sid: `PN${randomBytes(16).toString("hex")}`, accountSid, phoneNumber, friendlyName, capabilities, smsUrl: "", smsMethod: "POST", createdAt: new Date().toUTCString() };
  numbers.add(number);
  return number;
}

function numberView({ sid, accountSid, phoneNumber, friendlyName, capabilities, smsUrl, smsMethod, createdAt }: TwilioNumber): object {
  return {
    sid,
    account_sid: accountSid,
    friendly_name: friendlyName,
    phone_number: phoneNumber,
    capabilities,
    sms_url: smsUrl,
    sms_method: smsMethod,
    status: "in-use",
    date_created: createdAt,
    date_updated: createdAt,
    uri: `/2010-04-01/Accounts/${accountSid}/IncomingPhoneNumbers/${sid}.json`,
  };
}

/** The number that a request names. Throws a `Refusal` (404) where the account has none of this SID. */
function numberOf(store: TwilioStore, request: PeerRequest): TwilioNumber {
  const account = activeAccountOf(store, request);
  const number = store.numbers.get(sidOf(request.params.numberSid ?? ""));
  if (number?.accountSid !== account.sid) throw noSuchResource(request.path);
  return number;
}

function buy(store: TwilioStore, request: PeerRequest): TwilioNumber {
  const account = activeAccountOf(store, request);
  const parsed = Purchase.safeParse(request.body);
  if (!parsed.success) throw twilioRefusal(400, 21421, "PhoneNumber is invalid");
  const { PhoneNumber: phoneNumber, FriendlyName: friendlyName = phoneNumber, SmsCapable } = parsed.data;
  if (store.numbers.findBy("phoneNumber", phoneNumber).length > 0) throw twilioRefusal(400, 21422, "PhoneNumber is not available");
  return addNumber(store, account.sid, { phoneNumber, friendlyName, capabilities: { ...ALL, sms: SmsCapable === "true" } });
}

/** List, buy, read, change and release numbers. */
export function numberRoutes(store: TwilioStore): Route[] {
  const list = `${ACCOUNT_PATH}/IncomingPhoneNumbers.json`;
  const one = `${ACCOUNT_PATH}/IncomingPhoneNumbers/{numberSid}`;
  return [
    {
      method: "GET",
      path: list,
      kind: "read",
      open: true,
      run(request) {
        const wanted = request.query.get("PhoneNumber");
        const rows = store.numbers.findBy("accountSid", activeAccountOf(store, request).sid).filter(({ phoneNumber }) => wanted === null || phoneNumber.includes(wanted));
        return pageAnswer(request, "incoming_phone_numbers", rows, ({ sid }) => sid, numberView);
      },
    },
    { method: "POST", path: list, kind: "write", open: true, run: (request) => json(201, numberView(buy(store, request))) },
    { method: "GET", path: one, kind: "read", open: true, run: (request) => json(200, numberView(numberOf(store, request))) },
    {
      method: "POST",
      path: one,
      kind: "write",
      open: true,
      run(request) {
        const number = numberOf(store, request);
        const parsed = Change.safeParse(request.body ?? {});
        if (!parsed.success) throw twilioRefusal(400, 21502, "SmsUrl is not a valid URL");
        const { FriendlyName: friendlyName = number.friendlyName, SmsUrl: smsUrl = number.smsUrl, SmsMethod: smsMethod = number.smsMethod } = parsed.data;
        const changed = { ...number, friendlyName, smsUrl, smsMethod };
        store.numbers.replace(number.sid, changed);
        return json(200, numberView(changed));
      },
    },
    {
      method: "DELETE",
      path: one,
      kind: "write",
      open: true,
      run(request) {
        store.numbers.remove(numberOf(store, request).sid);
        return nothing();
      },
    },
  ];
}
