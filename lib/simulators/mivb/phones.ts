/** The phone services of the element. */
import { json, nothing } from "../kit/answers.ts";
import { listAnswer, readPageRequest } from "../kit/lists.ts";
import type { Route } from "../kit/routes.ts";
import { parseBody } from "../kit/validation.ts";
import { USED_BY_PHONE } from "./numbers.ts";
import { changePhone } from "./phone-changes.ts";
import { deletePhone } from "./phone-deletion.ts";
import { associate } from "./phone-owners.ts";
import { assertPhone } from "./phone-rules.ts";
import { getPhone, type PhoneView, showPhone } from "./phone-view.ts";
import { type Phone, PHONE_DEFAULTS, PhoneBody } from "./schemas.ts";
import type { MivbStore } from "./store.ts";

/** Creates a phone service and gives it to its user in one action (USCPH-04). */
function addPhone(store: MivbStore, body: unknown): PhoneView {
  const { isPrimary, ...fields } = parseBody(PhoneBody, body, { ...PHONE_DEFAULTS, networkElement: store.name });
  const phone: Phone = { ...fields, callState: "idle", locality: "local" };
  assertPhone(store, phone);
  store.plan.assertForPhones(phone.number);
  store.plan.claim(phone.number, USED_BY_PHONE);
  associate(store, phone.number, fields.loginId, isPrimary);
  store.phones.add(phone);
  return showPhone(store, phone);
}

/** The addresses of phone services, and of the numbers that are taken. */
export function phoneRoutes(store: MivbStore): Route[] {
  const one = "/api/v1/phones/{number}";
  return [
    {
      method: "GET",
      path: "/api/v1/phones",
      kind: "read",
      run: (request) => listAnswer(store.phones.page(readPageRequest(request)), (phone) => showPhone(store, phone)),
    },
    { method: "GET", path: one, kind: "read", run: ({ params }) => json(200, showPhone(store, getPhone(store, params.number))) },
    { method: "POST", path: "/api/v1/phones", kind: "write", run: ({ body }) => json(201, addPhone(store, body)) },
    { method: "PATCH", path: one, kind: "write", run: ({ params, body }) => json(200, changePhone(store, params.number, body)) },
    {
      method: "DELETE",
      path: one,
      kind: "write",
      run({ params }) {
        deletePhone(store, params.number);
        return nothing();
      },
    },
    { method: "GET", path: "/api/v1/numbers", kind: "read", run: (request) => listAnswer(store.plan.inUse(readPageRequest(request))) },
  ];
}
