import { exportOf } from "#lib/lists/export-list.ts";
import { findSmsNumbers, smsNumberRequest, toSmsNumberView } from "./find-sms-numbers.ts";

export const exportSmsNumbers = exportOf(findSmsNumbers, {
  name: "sms-numbers.export",
  summary: "The SMS numbers of the account's Twilio as a csv or xlsx file",
  messages: "twilio.numbers",
  columns: {
    number: ({ number }) => number,
    name: ({ friendlyName }) => friendlyName,
    state: ({ state }, { words }) => words(`states.${state}`),
    user: ({ userName }) => userName,
    added: ({ addedAt }, { time }) => time(addedAt),
  },
  usual: ["number", "name", "state", "user"],
  request: ({ account, actor }, asked) => smsNumberRequest({ account, actor }, asked),
  toView: toSmsNumberView,
});
