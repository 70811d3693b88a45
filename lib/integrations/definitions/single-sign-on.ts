import type { IntegrationDefinition } from "../definition.ts";

export const singleSignOn: IntegrationDefinition = {
  key: "single_sign_on",
  name: "Single Sign-On",
  tab: "third_party",
  description: "SSO for enterprises using Azure AD with Mitel's CloudLink based applications.",
  icon: "key",
  setUp: {
    by: "outside",
    status: "Not connected to an identity provider yet",
    takes: ["Sign-in URL, identifier and signing certificates of the identity provider are needed.", "The portal does not take sign-ins of identity providers yet, so users go on with their Mitel credentials. What you enter here is kept for it."],
  },
  settings: {
    title: "Single Sign-On",
    intro: "Enable Single Sign-On (SSO) to allow your users to sign into Mitel applications using their enterprise username and password.",
    fields: [
      { name: "providerName", label: "Identity provider", kind: "text", hint: "Fill in the name of your Identity provider (IDP)." },
      { name: "signInUrl", label: "Sign-in URL", kind: "text", format: "web_address", max: 2_000, required: true },
      { name: "entityId", label: "IDP Identifier (Entity ID)", kind: "text", max: 1_000, required: true },
      {
        name: "certificates",
        label: "Signing Certificate(s)",
        kind: "text",
        format: "pem",
        multiline: true,
        required: true,
        hint: "Your provider's public key in PEM format. If you need to include multiple, paste them one after the other.",
      },
      {
        name: "mitelCredentials",
        label: "Enable Mitel Credentials (Optional)",
        kind: "checkbox",
        initial: false,
        hint: "Note that this will show the option to all users on login. You will also need to manually send a 'Welcome email' to all users who you would like to give a Mitel Application account to.",
      },
    ],
  },
  loses: ["What was entered of the identity provider is deleted.", "Users sign in with Mitel credentials; who has none gets them by Welcome email or by Forgot password."],
};
