/** The form of an event that its hash is made of: the same for the same event, and for no other. */
import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalForm, hashAfter, NO_HASH } from "#lib/events/canonical-form.ts";
import type { StoredEvent } from "#lib/events/canonical-form.ts";

const EVENT: StoredEvent = {
  account_id: "01990000-0000-7000-8000-000000000001", id: "01990000-0000-7000-8000-000000000002", at: new Date("2026-11-20T10:00:00.001Z"), operation: "users.update", action: "Edit",
  asset_kind: "user", asset_id: "7", asset_name: "Ada “Ä”", actor_id: null, actor_account_id: null, actor_name: "System", actor_role: "system", actor_custom_role: "", origin: "system",
  changes: [{ property: "name", before: null, after: { b: 1, a: [true, 0.5] } }], details: {}, log_tags: "users edit", correlation_id: "01990000-0000-7000-8000-000000000003",
};

test("it is written in one way, which must never change: chains that exist are made of it", () => {
  expect(canonicalForm(EVENT)).toBe(
    '{"account_id":"01990000-0000-7000-8000-000000000001","action":"Edit","actor_account_id":null,"actor_custom_role":"","actor_id":null,"actor_name":"System","actor_role":"system",' +
      '"asset_id":"7","asset_kind":"user","asset_name":"Ada “Ä”","at":"2026-11-20T10:00:00.001Z","changes":[{"after":{"a":[true,0.5],"b":1},"before":null,"property":"name"}],' +
      '"correlation_id":"01990000-0000-7000-8000-000000000003","details":{},"id":"01990000-0000-7000-8000-000000000002","log_tags":"users edit","operation":"users.update","origin":"system"}',
  );
});

test("the hash is SHA-256 of the hash before it and of that text", () => {
  expect(hashAfter(NO_HASH, EVENT)).toEqual(createHash("sha256").update(Buffer.concat([Buffer.alloc(32), Buffer.from(canonicalForm(EVENT))])).digest());
  expect(hashAfter(Buffer.alloc(32, 1), EVENT)).not.toEqual(hashAfter(NO_HASH, EVENT));
});

const shuffled = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(shuffled);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).toReversed().map(([key, each]) => [key, shuffled(each)]));
};

test("neither the order of keys nor the way through JSON matters, and every other difference does", () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (details, changes) => {
      const event = { ...EVENT, details, changes };
      expect(canonicalForm(shuffledEvent(event))).toBe(canonicalForm(event));
      expect(JSON.parse(canonicalForm(event))).toEqual(JSON.parse(JSON.stringify({ ...event, at: event.at.toISOString() })));
    }),
  );
});

function shuffledEvent({ at, ...rest }: StoredEvent): StoredEvent {
  return { ...(shuffled(JSON.parse(JSON.stringify(rest))) as StoredEvent), at };
}
