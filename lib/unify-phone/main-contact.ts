/** The main contact of a tenant: what was entered, and for the rest what is known of the Account Administrator (UNIFY-10). Pure. */
import type { MainContact } from "./schemas.ts";

/** `mobileNumber` as users have it, "+49 170 1234567" or "0170 1234567". */
export type Administrator = { firstName: string; lastName: string; email: string; mobileNumber: string };

const LONGEST_NUMBER = 30;

/**
 * Fills in what was left empty. Country code and number are one thing: without a number both are those of the administrator, a
 * number without a code gets the administrator's, or else that of the country of the account.
 * @param codes the calling codes that there are, "+49"
 * @param usual that of the country of the account; empty where it has none
 */
export function inheritContact(entered: MainContact, administrator: Administrator | null, codes: readonly string[], usual: string): MainContact {
  const own = partsOf(administrator?.mobileNumber ?? "", codes, usual);
  const phone = entered.phoneNumber === "" ? { countryCode: own.countryCode || entered.countryCode, phoneNumber: own.phoneNumber } : { countryCode: entered.countryCode || own.countryCode || usual, phoneNumber: entered.phoneNumber };
  return {
    firstName: entered.firstName || (administrator?.firstName ?? ""),
    lastName: entered.lastName || (administrator?.lastName ?? ""),
    email: entered.email || (administrator?.email ?? ""),
    countryCode: phone.countryCode.replace(/^(?=\d)/, "+"),
    phoneNumber: phone.phoneNumber,
  };
}

function partsOf(number: string, codes: readonly string[], usual: string): Pick<MainContact, "countryCode" | "phoneNumber"> {
  if (number === "") return { countryCode: "", phoneNumber: "" };
  if (!number.startsWith("+")) return { countryCode: usual, phoneNumber: nationalNumber(number) };
  const [code = ""] = codes.filter((each) => number.startsWith(each)).toSorted((a, b) => b.length - a.length);
  return code === "" ? { countryCode: "", phoneNumber: "" } : { countryCode: code, phoneNumber: nationalNumber(number.slice(code.length)) };
}

/** Users may write a number in more ways than the service takes. */
function nationalNumber(text: string): string {
  return text.replaceAll(/[^\d()/-]+/g, " ").trim().slice(0, LONGEST_NUMBER).trim();
}
