import type { ListShape } from "#components/data-table/list-state.ts";

/** What the address of the list of SMS numbers can hold. */
export const SMS_NUMBER_LIST: ListShape = { filters: ["state"], sorts: ["number"], defaultSort: "number" };
export const SMS_NUMBER_LIST_NAME = "sms-numbers";

/** What changes Twilio's page: its connection, and who has which number. */
export const TWILIO_TOPICS = ["integrations", "users"];
