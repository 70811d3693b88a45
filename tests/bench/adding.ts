/** Adding a user with its event, mail and job beside a bare insert, and signing in beside the hash of the password. */
import { verify } from "@node-rs/argon2";
import { hashPassword } from "#lib/crypto/password.ts";
import type { Finding } from "./findings.ts";
import { ask, sideBySide } from "./load.ts";
import type { Target } from "./load.ts";
import { againstFloor } from "./ratios.ts";
import type { Stage } from "./stage.ts";

const ADDED = 120;
const AT_ONCE = 10;
const ADD_SHARE = 6;
const SIGN_IN_SHARE = 1.2;
/** An address may try so often in a quarter of an hour, and all of them together so often in a minute. */
const SIGN_INS = 36;

let added = 0;

function newUser(): string {
  added += 1;
  return JSON.stringify({ firstName: "Ada", lastName: `Added ${added}`, email: `added.${added}@large.example` });
}

/** Adding a user: the portal also writes the event and the welcome mail, counts, and enqueues the job that sends it. */
export async function measureAdding({ portal, floorUrl, accounts, admin }: Stage): Promise<Finding[]> {
  const json = { "content-type": "application/json" };
  const pair: Record<"portal" | "floor", Target> = {
    portal: { origin: portal.url, paths: [`/api/v1/accounts/${accounts.large}/users`], headers: { ...json, ...admin.headers }, body: newUser },
    floor: { origin: floorUrl, paths: [`/add?account=${accounts.large}`], headers: json, body: newUser },
  };
  return [
    againstFloor("adding a user, event and job to a bare insert", await sideBySide(pair, ADDED, 1), ADD_SHARE),
    againstFloor("adding a user, ten at once", await sideBySide(pair, ADDED, AT_ONCE)),
  ];
}

/** Signing in: the floor is the check of the password alone, with nothing around it. */
export async function measureSigningIn({ portal, admin, password }: Stage): Promise<Finding[]> {
  const target: Target = { origin: portal.url, paths: ["/api/v1/sessions"], headers: { "content-type": "application/json" }, body: () => JSON.stringify({ email: admin.email, password }) };
  const hash = await hashPassword(password);
  const floor: number[] = [];
  const times: number[] = [];
  await ask(target, 2, 1);
  for (let round = 0; round < SIGN_INS; round += 1) {
    const began = performance.now();
    await verify(hash, password);
    floor.push(performance.now() - began);
    times.push(...(await ask(target, 1, 1)));
  }
  return [againstFloor("signing in to the hash itself", { portal: times, floor }, SIGN_IN_SHARE)];
}
