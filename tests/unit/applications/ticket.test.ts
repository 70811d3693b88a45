import { expect, test } from "vitest";
import { readTicket, signTicket } from "#lib/applications/ticket.ts";

const SECRET = "a secret that only two know, and long";
const NOW = new Date("2026-11-20T12:00:00Z");
const OF = { issuer: "https://portal.example", application: "mitel_workflow_studio", userId: "019a0000-0000-7000-8000-000000000001", id: "019a0000-0000-7000-8000-000000000002", now: NOW } as const;

const later = (seconds: number) => ({ ...OF, now: new Date(NOW.getTime() + seconds * 1_000) });

test("a ticket is read by its application within its minute", async () => {
  const ticket = await signTicket(OF, SECRET);
  expect(await readTicket(ticket, later(59), SECRET)).toBe(OF.id);
  expect(await readTicket(ticket, later(60), SECRET)).toBeNull();
});

test("and not under another secret, for another application, or from another portal", async () => {
  const ticket = await signTicket(OF, SECRET);
  expect(await readTicket(ticket, OF, `${SECRET}.`)).toBeNull();
  expect(await readTicket(ticket, { ...OF, application: "miteam_meetings" }, SECRET)).toBeNull();
  expect(await readTicket(ticket, { ...OF, issuer: "https://elsewhere.example" }, SECRET)).toBeNull();
  for (const other of ["", "a.b", `${ticket}.x`, ticket.slice(1), ticket.slice(0, -2)]) expect(await readTicket(other, OF, SECRET), other).toBeNull();
  expect(await readTicket(await signTicket({ ...OF, id: "not one of ours" }, SECRET), OF, SECRET)).toBeNull();
});
