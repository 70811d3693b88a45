/** The pages of MiAccess. */
import { type Html, html } from "../kit/html.ts";
import type { Identity } from "./identities.ts";

const BRAND = html`<p class="brand"><span aria-hidden="true">M</span>MiAccess</p>`;

/** Says nothing of which of the two was wrong, or whether the user exists. */
const WRONG_CREDENTIALS = "The username or password is incorrect.";

function document(title: string, content: Html): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/style.css">
</head>
<body>${content}</body>
</html>`.text;
}

function centered(title: string, card: Html): string {
  return document(title, html`<main class="center">${BRAND}<div class="card">${card}</div></main>`);
}

/** The sign-in page (LOGIN-03). `username` is what was typed before, when that attempt failed. */
export function loginPage(action: string, failed: { username: string } | null): string {
  return centered(
    "Log in to MiAccess",
    html`<h1>Log in</h1>
<p>With your MiAccess credentials</p>
${failed && html`<p class="alert" role="alert" id="problem">${WRONG_CREDENTIALS}</p>`}
<form method="post" action="${action}">
<label for="username">Username</label>
<input id="username" name="username" autocomplete="username" autocapitalize="none" spellcheck="false" required value="${failed?.username}" ${!failed && html`autofocus`}>
<label for="password">Password</label>
<input id="password" name="password" type="password" autocomplete="current-password" required ${failed && html`autofocus aria-invalid="true" aria-describedby="problem"`}>
<button class="wide">LOGIN</button>
</form>`,
  );
}

/** The home page of somebody who is signed in. The portal's entry is there for holders of the CloudLink policy only (LOGIN-04). */
export function homePage(identity: Identity, portalSignInUrl: string, logoutUrl: string): string {
  const entry = identity.cloudLinkPolicy
    ? html`<ul><li><a href="${portalSignInUrl}">Mitel Administration</a></li></ul>`
    : html`<p>No applications have been assigned to you.</p>`;
  return document(
    "MiAccess",
    html`<header class="bar">${BRAND}<div><span>${identity.name}</span><a href="${logoutUrl}">Log out</a></div></header>
<div class="home">
<nav class="card" aria-label="Applications">${entry}</nav>
<main class="card"><h1>Welcome, ${identity.firstName}</h1>
<p>Your Mitel applications are listed on the left.</p>
<dl><dt>Name</dt><dd>${identity.name}</dd><dt>Username</dt><dd>${identity.username}</dd><dt>Organisation</dt><dd>${identity.organisationName}</dd></dl>
</main></div>`,
  );
}

/** Asks before the session ends; `form` is the provider's own, with the token that proves it was this page. */
export function logoutPage(form: Html, formId: string): string {
  return centered(
    "Log out of MiAccess",
    html`<h1>Log out of MiAccess?</h1>
<p>You will have to enter your credentials again to use applications that sign in with MiAccess.</p>
${form}
<div class="row"><button form="${formId}" name="logout" value="yes" autofocus>Log out</button><button class="quiet" form="${formId}">Stay logged in</button></div>`,
  );
}

/** Shown after a log-out that no application had asked for. */
export function loggedOutPage(): string {
  return centered("Logged out", html`<h1>You are logged out</h1><p>Close this window, or log in again.</p><a class="button" href="/">Log in</a>`);
}

/** Shown instead of a sign-in that can not go on. */
export function problemPage(message: string): string {
  return centered("MiAccess", html`<h1>This did not work</h1><p>${message}</p><a class="button" href="/">To the MiAccess home page</a>`);
}
