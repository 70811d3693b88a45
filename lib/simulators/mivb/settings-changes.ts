/** What an administrator or a tester of the MiVB sets with `PUT /_settings`: the system's options, and states of single phones. */
import { z } from "zod";
import { notFound } from "../kit/refusal.ts";
import { parseBody } from "../kit/validation.ts";
import { AgentGroupBody, CallState, DirectoryNumber, Locality } from "./schemas.ts";
import type { MivbSettings } from "./settings.ts";
import type { MivbStore } from "./store.ts";

const Range = z
  .strictObject({ from: DirectoryNumber, to: DirectoryNumber })
  .refine(({ from, to }) => from.length === to.length && from <= to, "The ends of a range are equally long, the lower one first.");

const SettingsBody = z
  .strictObject({
    numberRanges: z.array(Range),
    voicemailDigitLength: z.int().min(1).max(7),
    maxServicesPerUser: z.int().min(1).max(100),
    classesOfService: z.int().min(1).max(110),
    classesOfRestriction: z.int().min(1).max(96),
    zones: z.int().min(1).max(999),
    otherElements: z.array(z.string().min(1)),
    huntGroups: z.array(AgentGroupBody),
    phones: z.record(z.string(), z.strictObject({ callState: CallState.optional(), locality: Locality.optional() })),
  })
  .partial();

/** The settings with the hunt groups, as `GET /_settings` shows them. */
export function readSettings(store: MivbStore): MivbSettings & { huntGroups: { number: string; name: string }[] } {
  return { ...store.settings.get(), huntGroups: store.huntGroups.all() };
}

/** Takes changes to settings; `huntGroups` replaces all hunt groups, `phones` sets call state and locality by number. */
export function writeSettings(store: MivbStore, body: unknown): unknown {
  const { huntGroups, phones, ...options } = parseBody(SettingsBody, body);
  store.settings.change(options);
  if (huntGroups) replaceHuntGroups(store, huntGroups);
  for (const [number, states] of Object.entries(phones ?? {})) {
    const phone = store.phones.get(number);
    if (!phone) throw notFound(`There is no phone service ${number}.`, "phones");
    store.phones.replace(number, { ...phone, ...states });
  }
  return readSettings(store);
}

function replaceHuntGroups(store: MivbStore, huntGroups: { number: string; name: string }[]): void {
  for (const { number } of store.huntGroups.all()) {
    store.huntGroups.remove(number);
    store.plan.release(number);
  }
  for (const group of huntGroups) {
    store.plan.claim(group.number, `hunt group "${group.name}"`);
    store.huntGroups.add(group);
  }
}
