/** The pages people see: signing in for whoever asked the provider, and the home page. */
import type Provider from "oidc-provider";
import { SessionNotFound } from "oidc-provider/lib/helpers/errors.js";
import { z } from "zod";
import { Refusal } from "../kit/refusal.ts";
import { assertSameOrigin, readBody } from "../kit/requests.ts";
import type { Directory } from "./identities.ts";
import { homePage, loginPage, problemPage } from "./pages.ts";
import { HOME_CLIENT_ID } from "./provider.ts";
import { STYLE } from "./style.ts";

export type Middleware = Parameters<Provider["use"]>[0];
type Context = Parameters<Middleware>[0];

const LoginForm = z.object({ username: z.string().max(320), password: z.string().max(1_000) });
const INTERACTION = /^\/interaction\/[\w-]+$/;

/** Serves the pages beside the provider's own addresses; `portalSignInUrl` is where the home page's entry leads. */
export function pages(provider: Provider, directory: Directory, portalSignInUrl: string): Middleware {
  return async (ctx, next) => {
    if (ctx.method === "GET" && ctx.path === "/style.css") {
      ctx.type = "css";
      ctx.body = STYLE;
    } else if (ctx.method === "GET" && ctx.path === "/") {
      await showHome(ctx, provider, directory, portalSignInUrl);
    } else if (INTERACTION.test(ctx.path)) {
      await answeringProblems(ctx, () => signIn(ctx, provider, directory));
    } else {
      await next();
    }
  };
}

async function showHome(ctx: Context, provider: Provider, directory: Directory, portalSignInUrl: string): Promise<void> {
  const session = await provider.Session.get(ctx);
  const identity = session.accountId === undefined ? undefined : directory.findBySubject(session.accountId);
  const own = { client_id: HOME_CLIENT_ID };
  if (identity) {
    ctx.set("cache-control", "no-store");
    ctx.type = "html";
    ctx.body = homePage(identity, portalSignInUrl, `/session/end?${new URLSearchParams({ ...own, post_logout_redirect_uri: `${provider.issuer}/` })}`);
  } else {
    ctx.redirect(`/auth?${new URLSearchParams({ ...own, response_type: "none", scope: "openid", redirect_uri: `${provider.issuer}/` })}`);
  }
}

async function signIn(ctx: Context, provider: Provider, directory: Directory): Promise<void> {
  const interaction = await provider.interactionDetails(ctx.req, ctx.res);
  if (ctx.path !== `/interaction/${interaction.uid}`) throw new SessionNotFound("another sign-in was begun in this browser");
  ctx.set("cache-control", "no-store");
  ctx.type = "html";
  if (ctx.method !== "POST") {
    ctx.body = loginPage(ctx.path, null);
    return;
  }
  assertSameOrigin(ctx.req);
  const form = LoginForm.safeParse(await readBody(ctx.req));
  const identity = form.success ? await directory.verify(form.data.username, form.data.password) : undefined;
  if (identity) {
    ctx.status = 303;
    ctx.redirect(await provider.interactionResult(ctx.req, ctx.res, { login: { accountId: identity.subject, amr: ["pwd"] } }));
  } else {
    ctx.body = loginPage(ctx.path, { username: form.data?.username ?? "" });
  }
}

async function answeringProblems(ctx: Context, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    ctx.type = "html";
    if (error instanceof SessionNotFound) {
      ctx.status = 400;
      ctx.body = problemPage("This sign-in has expired. Begin it anew.");
    } else if (error instanceof Refusal) {
      ctx.status = error.status;
      ctx.body = problemPage(error.message);
    } else {
      throw error;
    }
  }
}
