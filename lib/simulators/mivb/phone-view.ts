/** Finding a phone service and showing it. */
import { notFound } from "../kit/refusal.ts";
import type { Phone } from "./schemas.ts";
import type { MivbStore } from "./store.ts";

export type PhoneView = Phone & { isPrimary: boolean; users: string[] };

/** The phone service with this number. Throws a `Refusal` (404) when there is none. */
export function getPhone(store: MivbStore, number = ""): Phone {
  const phone = store.phones.get(number);
  if (!phone) throw notFound(`There is no phone service ${number}.`, "number");
  return phone;
}

/** A phone as it is shown over the network: with all its users, and whether it is primary for the one it was made for. */
export function showPhone(store: MivbStore, phone: Phone): PhoneView {
  const associations = store.associations.ofPhone(phone.number);
  return {
    ...phone,
    isPrimary: associations.some(({ loginId, isPrimary }) => isPrimary && loginId === phone.loginId),
    users: associations.map(({ loginId }) => loginId),
  };
}
