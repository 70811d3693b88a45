/**
 * Inner modules of oidc-provider, whose exact version is pinned. They are imported past the package's entry, which
 * writes a warning to the console on every Node release that is not (yet) marked as LTS, this project's among them.
 */
declare module "oidc-provider/lib/provider.js" {
  export { Provider } from "oidc-provider";
}

declare module "oidc-provider/lib/helpers/errors.js" {
  import type { errors } from "oidc-provider";

  export const SessionNotFound: typeof errors.SessionNotFound;
}
