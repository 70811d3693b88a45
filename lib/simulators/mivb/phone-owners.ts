/** Giving phone services to users and taking them away, with the rules about how many and which is primary. */
import { json } from "../kit/answers.ts";
import { z } from "zod";
import { conflict, invalid, notFound } from "../kit/refusal.ts";
import type { Route } from "../kit/routes.ts";
import { parseBody } from "../kit/validation.ts";
import { getPhone, showPhone } from "./phone-view.ts";
import type { Phone } from "./schemas.ts";
import type { MivbStore } from "./store.ts";

function assertUserExists(store: MivbStore, loginId: string): void {
  if (!store.users.get(loginId)) throw invalid("unknown_user", `There is no user ${loginId}.`, "loginId");
}

function assertRoomForOne(store: MivbStore, loginId: string): void {
  const { maxServicesPerUser } = store.settings.get();
  // Services of other systems are shown with the user, but are not among the phone services that are counted.
  const counted = store.associations.ofUser(loginId).filter(({ number }) => store.phones.get(number)?.locality !== "foreign");
  if (counted.length < maxServicesPerUser) return;
  throw invalid("too_many_services", `User ${loginId} has ${maxServicesPerUser} phone services already, which is the most a user can have.`, "loginId");
}

/**
 * Adds a phone to a user's services (USCPH-06, USCPH-11); the user's first phone is the primary one.
 * Throws a `Refusal` for an unknown user or one who has as many services as allowed.
 */
export function associate(store: MivbStore, number: string, loginId: string, asPrimary: boolean): void {
  assertUserExists(store, loginId);
  if (store.associations.find(loginId, number)) return;
  assertRoomForOne(store, loginId);
  const isFirst = store.associations.ofUser(loginId).length === 0;
  store.associations.add({ loginId, number, isPrimary: isFirst });
  if (asPrimary && !isFirst) store.associations.makePrimary(loginId, number);
}

/** Takes a phone from a user's services; the phone itself stays, with another of its users or with none (USCPH-15). */
export function disassociate(store: MivbStore, number: string, loginId: string): void {
  store.associations.remove(loginId, number);
  const phone = store.phones.get(number);
  if (phone?.loginId !== loginId) return;
  const heir = store.associations.ofPhone(number)[0]?.loginId ?? null;
  store.phones.replace(number, { ...phone, loginId: heir });
}

function fullName(store: MivbStore, loginId: string): string {
  const user = store.users.get(loginId);
  return [user?.firstName, user?.lastName].filter(Boolean).join(" ") || loginId;
}

/**
 * Refuses to take a phone away that is primary for a user who has further phones (USCPH-25, USCPH-26), in the words of the
 * MiVB (SUP-08). `deed` is "delete" or "disassociate".
 */
export function assertNotPrimaryOfMany(store: MivbStore, number: string, users: string[], deed: "delete" | "disassociate"): void {
  const held = users.filter((loginId) => {
    const associations = store.associations.ofUser(loginId);
    return associations.length > 1 && associations.some((each) => each.number === number && each.isPrimary);
  });
  if (held.length === 0) return;
  const names = held.map((loginId) => fullName(store, loginId)).join(", ");
  throw conflict(
    "primary_phone",
    `Cannot ${deed} phone service ${number} because it is configured as the primary phone service for ${names}. ` +
      `Users with multiple phones must have their primary phone changed from ${number} before the ${deed} is possible.`,
    "number",
  );
}

/** Moves a phone from the user it was made for to another one. */
export function changeOwner(store: MivbStore, phone: Phone, loginId: string): Phone {
  if (phone.loginId === loginId) return phone;
  if (phone.loginId !== null) assertNotPrimaryOfMany(store, phone.number, [phone.loginId], "disassociate");
  associate(store, phone.number, loginId, false);
  if (phone.loginId !== null) store.associations.remove(phone.loginId, phone.number);
  return { ...phone, loginId };
}

/** Makes a phone primary for its user, or refuses to leave that user without a primary phone. */
export function changePrimary(store: MivbStore, phone: Phone, isPrimary: boolean): void {
  if (phone.loginId === null) throw conflict("no_user", `Phone service ${phone.number} belongs to no user.`, "isPrimary");
  const present = store.associations.find(phone.loginId, phone.number)?.isPrimary ?? false;
  if (present === isPrimary) return;
  if (!isPrimary) {
    throw conflict("primary_required", `Make another phone of ${phone.loginId} the primary one instead.`, "isPrimary");
  }
  store.associations.makePrimary(phone.loginId, phone.number);
}

const OwnerBody = z.strictObject({ loginId: z.string().min(1) });

/** The addresses that associate a phone with a further user, and take it away again. */
export function phoneOwnerRoutes(store: MivbStore): Route[] {
  return [
    {
      method: "POST",
      path: "/api/v1/phones/{number}/users",
      kind: "write",
      run({ params, body }) {
        const phone = getPhone(store, params.number);
        const { loginId } = parseBody(OwnerBody, body);
        associate(store, phone.number, loginId, false);
        if (phone.loginId === null) store.phones.replace(phone.number, { ...phone, loginId });
        return json(200, showPhone(store, getPhone(store, phone.number)));
      },
    },
    {
      method: "DELETE",
      path: "/api/v1/phones/{number}/users/{loginId}",
      kind: "write",
      run({ params }) {
        const { number } = getPhone(store, params.number);
        const loginId = params.loginId ?? "";
        if (!store.associations.find(loginId, number)) throw notFound(`Phone service ${number} does not belong to ${loginId}.`);
        assertNotPrimaryOfMany(store, number, [loginId], "disassociate");
        disassociate(store, number, loginId);
        return json(200, showPhone(store, getPhone(store, number)));
      },
    },
  ];
}
