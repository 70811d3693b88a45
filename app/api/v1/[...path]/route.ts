import { answerRequest } from "#lib/operations/http-door.ts";

export const dynamic = "force-dynamic";

export { answerRequest as GET, answerRequest as POST, answerRequest as PUT, answerRequest as PATCH, answerRequest as DELETE };
