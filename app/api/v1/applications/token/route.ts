import { answerTicket } from "#lib/applications/application-door.ts";

export const dynamic = "force-dynamic";

export { answerTicket as POST };
