/** The simulated Twilio: accounts, numbers and messages in the shape of its interface 2010-04-01 (TWILIO-08). */
import { sectionOf } from "../kit/console.ts";
import type { Database } from "../kit/database.ts";
import { DEMO_TWILIO } from "../kit/demo.ts";
import type { PeerDefinition, PeerOptions, RunningPeer } from "../kit/peer.ts";
import { startPeer } from "../kit/server.ts";
import { accountRoutes, addAccount } from "./accounts.ts";
import { refusedAsTwilio } from "./errors.ts";
import { messageRoutes } from "./messages.ts";
import { addNumber, numberRoutes } from "./numbers.ts";
import { openStore } from "./store.ts";

const RELEASE = "2010-04-01";

function define(database: Database, name: string): PeerDefinition {
  const store = openStore(database);
  database.seedOnce(() => {
    const { account, numbers } = DEMO_TWILIO;
    addAccount(store, account);
    for (const number of numbers) addNumber(store, account.sid, number);
  });
  return {
    title: DEMO_TWILIO.title,
    name,
    release: RELEASE,
    refused: refusedAsTwilio,
    routes: [...accountRoutes(store), ...numberRoutes(store), ...messageRoutes(store)],
    sections: [
      sectionOf("accounts", "Accounts", store.accounts, { "Account SID": ({ sid }) => sid, Name: ({ friendlyName }) => friendlyName, Status: ({ status }) => status }),
      sectionOf("numbers", "Phone numbers", store.numbers, {
        Number: ({ phoneNumber }) => phoneNumber,
        Name: ({ friendlyName }) => friendlyName,
        "Account SID": ({ accountSid }) => accountSid,
        SMS: ({ capabilities }) => (capabilities.sms ? "Yes" : "No"),
        "Webhook URL for incoming messages": ({ smsUrl }) => smsUrl,
      }),
      sectionOf("messages", "Messages", store.messages, { From: ({ from }) => from, To: ({ to }) => to, Body: ({ body }) => body, Sent: ({ createdAt }) => createdAt }),
    ],
    // Nothing of it is set apart from its rows.
    settings: { read: () => ({}), write: () => ({}) },
    state: () => ({ accounts: store.accounts.all(), numbers: store.numbers.all(), messages: store.messages.all() }),
  };
}

/** Starts a simulated Twilio; its first start holds one account with numbers. */
export function startTwilio(options: PeerOptions): Promise<RunningPeer> {
  const name = options.name ?? DEMO_TWILIO.name;
  return startPeer(options, name, (database) => define(database, name));
}
