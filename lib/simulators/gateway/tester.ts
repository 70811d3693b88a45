/** What a tester does by hand at a gateway and at a PBX: unpack one, pull its cable, correct an address on the PBX. */
import { z } from "zod";
import { json, nothing } from "../kit/answers.ts";
import { notFound } from "../kit/refusal.ts";
import type { Route } from "../kit/routes.ts";
import { digestSecret } from "../kit/secrets.ts";
import { parseBody } from "../kit/validation.ts";
import { report } from "./appliances.ts";
import { ApplianceSeed, newAppliance } from "./seed.ts";
import type { GatewayStore } from "./store.ts";

const ConditionBody = z.strictObject({ unplugged: z.boolean(), fault: z.string(), availableRelease: z.string(), lan: z.string() }).partial();
const PbxBody = z.strictObject({
  type: z.string(),
  name: z.string(),
  username: z.string().default(""),
  password: z.string().default(""),
  did: z.string().default(""),
  mbgAddress: z.string().default(""),
  mbgPassword: z.string().default(""),
  micollabAddress: z.string().default(""),
  micollabPassword: z.string().default(""),
  off: z.boolean().default(false),
});
const UserBody = z.strictObject({ name: z.string(), firstName: z.string(), lastName: z.string(), extension: z.string(), email: z.string(), did: z.string() }).partial();

/** Puts a PBX into the network, its passwords as digests apart. */
export function putPbx(store: GatewayStore, key: string, body: z.input<typeof PbxBody>): void {
  const { password, mbgPassword, micollabPassword, ...pbx } = parseBody(PbxBody, body);
  for (const [name, secret] of Object.entries({ password, mbgPassword, micollabPassword })) store.secrets.set(`${key} ${name}`, digestSecret(secret));
  if (!store.pbxs.add({ key, ...pbx })) store.pbxs.replace(key, { key, ...pbx });
}

/** Adds or changes a user of a PBX. */
export function putPbxUser(store: GatewayStore, pbx: string, id: string, body: z.input<typeof UserBody>): void {
  const key = `${pbx} ${id}`;
  const before = store.pbxUsers.get(key) ?? { key, pbx, id, name: "", firstName: "", lastName: "", extension: "", email: "", did: "" };
  const user = { ...before, ...parseBody(UserBody, body) };
  if (!store.pbxUsers.add(user)) store.pbxUsers.replace(key, user);
}

/** The tester's addresses beside those of every peer. */
export function testerRoutes(store: GatewayStore): Route[] {
  const control = true;
  return [
    {
      method: "POST",
      path: "/_appliances",
      control,
      kind: "write",
      run({ body }) {
        const appliance = newAppliance(parseBody(ApplianceSeed, body));
        store.appliances.add(appliance);
        return json(201, report(appliance));
      },
    },
    {
      method: "PATCH",
      path: "/_appliances/{serial}",
      control,
      kind: "write",
      run({ params, body }) {
        const appliance = store.appliances.get(params.serial!);
        if (!appliance) throw notFound(`There is no gateway ${params.serial}.`);
        store.appliances.replace(appliance.serial, { ...appliance, ...parseBody(ConditionBody, body) });
        return nothing();
      },
    },
    {
      method: "PUT",
      path: "/_pbxs/{key}",
      control,
      kind: "write",
      run({ params, body }) {
        putPbx(store, params.key!, PbxBody.parse(body));
        return nothing();
      },
    },
    {
      method: "PUT",
      path: "/_pbxs/{key}/users/{id}",
      control,
      kind: "write",
      run({ params, body }) {
        putPbxUser(store, params.key!, params.id!, UserBody.parse(body));
        return nothing();
      },
    },
    {
      method: "DELETE",
      path: "/_pbxs/{key}/users/{id}",
      control,
      kind: "write",
      run({ params }) {
        store.pbxUsers.remove(`${params.key} ${params.id}`);
        return nothing();
      },
    },
  ];
}
