/** Why a token address refuses, in the words of RFC 6749, 5.2. */
export type RefusalCode = "invalid_request" | "invalid_client" | "invalid_grant" | "unsupported_grant_type";

export class TokenRefusal extends Error {
  readonly code: RefusalCode;

  constructor(code: RefusalCode, message: string) {
    super(message);
    this.name = "TokenRefusal";
    this.code = code;
  }
}
