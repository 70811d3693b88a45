import { answerIntrospection } from "#lib/applications/application-door.ts";

export const dynamic = "force-dynamic";

export { answerIntrospection as POST };
