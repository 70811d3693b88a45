import { OperationError } from "#lib/operations/errors.ts";

/** The reasons that RFC 7644, 3.12 has words for, as far as something here ends with them. */
export type ScimType = "invalidFilter" | "uniqueness" | "invalidSyntax" | "invalidPath" | "noTarget" | "invalidValue";

/** What the directory asked for can not be done; `detail` is a sentence for whoever reads its log. */
export class ScimRefusal extends OperationError {
  readonly scimType: ScimType;

  constructor(scimType: ScimType, detail: string) {
    super(scimType === "uniqueness" ? "conflict" : "invalid", detail);
    this.name = "ScimRefusal";
    this.scimType = scimType;
  }
}
