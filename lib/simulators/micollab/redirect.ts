/**
 * The redirect server: gives the cached configuration to whoever opens a deployment's link and knows its PIN (SIM-12).
 * Answers clients in JSON and browsers with a page. The link itself is the secret; no other credentials are asked for.
 */
import { z } from "zod";
import { type Answer, json, page } from "../kit/answers.ts";
import { renderPage } from "../kit/console.ts";
import { html, type Html } from "../kit/html.ts";
import { notFound, Refusal } from "../kit/refusal.ts";
import type { PeerRequest } from "../kit/requests.ts";
import type { Route } from "../kit/routes.ts";
import { matchesDigest } from "../kit/secrets.ts";
import { parseBody } from "../kit/validation.ts";
import type { Redirect } from "./schemas.ts";
import type { MicollabStore } from "./store.ts";

// With four digits, five tries leave a guesser 1 chance in 2,000; deploying again opens the way for the rightful user.
const MAX_WRONG_PINS = 5;

const PinBody = z.object({ pin: z.string().trim().default("") });

function messagePage(title: string, message: string): Html {
  return renderPage(title, html`<main class="narrow"><h1>${title}</h1><p>${message}</p></main>`);
}

function pinPage(token: string, problem: string | undefined): Html {
  return renderPage(
    "MiCollab Client deployment",
    html`<main class="narrow"><h1>MiCollab Client deployment</h1>
<p>Enter the deployment PIN that your administrator gave you.</p>
${problem && html`<p class="bad" role="alert">${problem}</p>`}
<form method="post" action="/d/${token}">
<label for="pin">PIN</label>
<input id="pin" name="pin" inputmode="numeric" autocomplete="off" maxlength="20" required>
<button>Continue</button>
</form></main>`,
  );
}

function refusePage(refusal: Refusal, token: string): Answer {
  const asksAgain = refusal.code === "pin_required" || refusal.code === "wrong_pin";
  if (!asksAgain) return page(refusal.status, messagePage("MiCollab Client deployment", refusal.message));
  // A 401 would make the browser ask for the administrator's credentials.
  return page(refusal.code === "wrong_pin" ? 403 : 200, pinPage(token, refusal.code === "wrong_pin" ? refusal.message : undefined));
}

function getRedirect(store: MicollabStore, token: string): Redirect {
  const redirect = store.redirects.get(token);
  if (!redirect) throw notFound("This deployment link is not valid any more. Ask your administrator for a new one.");
  return redirect;
}

function checkPin(store: MicollabStore, token: string, pin: string): void {
  const redirect = getRedirect(store, token);
  const digest = store.secrets.get(`pin ${token}`);
  if (digest === undefined) return;
  if (pin === "") throw new Refusal(403, "pin_required", "This deployment asks for its PIN.", "pin");
  if (redirect.wrongPins >= MAX_WRONG_PINS) {
    throw new Refusal(429, "pin_locked", "Too many wrong PINs. Ask your administrator to deploy your client again.");
  }
  const isRight = matchesDigest(pin, digest);
  store.redirects.replace(token, { ...redirect, wrongPins: isRight ? 0 : redirect.wrongPins + 1 });
  if (!isRight) throw new Refusal(403, "wrong_pin", "This PIN is wrong.", "pin");
}

function deliver(store: MicollabStore, { params, body, wantsPage }: PeerRequest): Answer {
  const token = params.token ?? "";
  try {
    const { configuration } = getRedirect(store, token);
    checkPin(store, token, parseBody(PinBody, body ?? {}).pin);
    return json(200, configuration);
  } catch (error) {
    if (error instanceof Refusal && wantsPage) return refusePage(error, token);
    throw error;
  }
}

/** The addresses behind deployment links: opening one, and sending its PIN. */
export function redirectRoutes(store: MicollabStore): Route[] {
  const path = "/d/{token}";
  return [
    { method: "GET", path, open: true, kind: "read", run: (request) => deliver(store, request) },
    { method: "POST", path, open: true, kind: "read", run: (request) => deliver(store, request) },
  ];
}
