import { OperationError } from "#lib/operations/errors.ts";
import { definitionOf } from "./registry.ts";
import type { IntegrationKey } from "./schemas.ts";

/** Said of an integration that the account does not have, or has not switched on: there is nothing of it to be found. */
export function notInUse(key: IntegrationKey): OperationError {
  return new OperationError("not_found", `${definitionOf(key).name} is not in use on this account.`);
}
