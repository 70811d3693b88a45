import { expect, test } from "vitest";
import { z } from "zod";
import { database } from "#lib/db/client.ts";
import { operation } from "#lib/operations/operation.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { anAccount, aPartner } from "#tests/builders/people.ts";

test("of two operations that wait for each other both are done: the one that PostgreSQL undid is run again", async () => {
  const partner = await aPartner();
  const accounts = [(await anAccount(partner, { name: "Ballad Industries" })).id, (await anAccount(partner, { name: "Harbor Clinic" })).id] as const;
  let inside = 0;
  let runs = 0;
  const bothInside = Promise.withResolvers<void>();
  const renameBoth = operation({
    name: "test.rename-both",
    summary: "Rename two accounts, one after the other",
    permission: [],
    scope: "partner",
    kind: "write",
    input: z.object({ order: z.array(z.uuid()) }),
    output: z.null(),
    http: { method: "POST", path: "/test/rename-both" },
    async run({ db, emit }, { order }) {
      runs += 1;
      for (const id of order) {
        await db.account.update({ where: { id }, data: { city: { set: "Both" }, version: { increment: 1 } } });
        inside += 1;
        if (inside === 2) bothInside.resolve();
        await bothInside.promise;
      }
      await emit(order.map((id) => ({ action: "Edit", asset: { kind: "account", id, name: id }, changes: [] })));
      return null;
    },
  });
  const before = await database().prisma.account.findMany({ where: { id: { in: [...accounts] } }, select: { version: true } });
  const rename = async (order: string[]) => runOperation(renameBoth, { resolved: await partner.at(null), input: { order } });
  await Promise.all([rename([...accounts]), rename(accounts.toReversed())]);
  expect(runs).toBe(3);
  const after = await database().prisma.account.findMany({ where: { id: { in: [...accounts] } }, select: { version: true } });
  expect(after.map(({ version }) => version)).toEqual(before.map(({ version }) => version + 2));
  expect(await database().prisma.event.count({ where: { operation: "test.rename-both" } })).toBe(4);
});
