/** The SMS numbers that MiCollab was given, and in which of them a stream of its users is active. */
import { z } from "zod";
import { json } from "../kit/answers.ts";
import type { Collection } from "../kit/collection.ts";
import { listAnswer, readPageRequest } from "../kit/lists.ts";
import { conflict, notFound } from "../kit/refusal.ts";
import type { Route } from "../kit/routes.ts";
import { parseBody } from "../kit/validation.ts";

export type SmsNumber = { number: string; active: boolean };

const Number = z.string().regex(/^\+[1-9]\d{6,14}$/, "A number has a + and 7 to 15 digits.");
const GivenNumbers = z.strictObject({ numbers: z.array(Number) });
const StreamState = z.strictObject({ active: z.boolean() });

/** Gives MiCollab its numbers, all at once, and activates or deactivates the stream of one. */
export function smsNumberRoutes(numbers: Collection<SmsNumber>): Route[] {
  return [
    { method: "GET", path: "/api/v1/sms-numbers", kind: "read", run: (request) => listAnswer(numbers.page(readPageRequest(request))) },
    {
      method: "PUT",
      path: "/api/v1/sms-numbers",
      kind: "write",
      run({ body }) {
        const given = new Set(parseBody(GivenNumbers, body).numbers);
        const gone = numbers.all().filter(({ number }) => !given.has(number));
        const used = gone.find(({ active }) => active);
        if (used) throw conflict("number_in_use", `${used.number} is used in an active stream. Deactivate the stream first.`, "numbers");
        for (const { number } of gone) numbers.remove(number);
        for (const number of given) numbers.add({ number, active: false });
        return json(200, { items: numbers.all() });
      },
    },
    {
      method: "PUT",
      path: "/api/v1/sms-numbers/{number}/stream",
      kind: "write",
      run({ params, body }) {
        const number = numbers.get(params.number!);
        if (!number) throw notFound("MiCollab was not given this number.");
        const changed = { ...number, ...parseBody(StreamState, body) };
        numbers.replace(number.number, changed);
        return json(200, changed);
      },
    },
  ];
}
