import { expect, test } from "vitest";
import { deleteAccount } from "#lib/accounts/change-status.ts";
import { database } from "#lib/db/client.ts";
import { newId } from "#lib/db/id.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { MAX_REPORTS_PER_DAY } from "#lib/support-logs/schemas.ts";
import { anAccount, aPartner, aSignedInUser } from "#tests/builders/people.ts";
import { eventsOf } from "#tests/builders/registered.ts";
import { byKey, send } from "#tests/builders/rest.ts";
import { ANDROID_REPORT, anAccountWithReporter, logNow, PNG, report, REPORT } from "#tests/builders/support-logs.ts";

const stored = (accountId: string) => database().prisma.supportLog.count({ where: { accountId } });

test("LOGS-03 LOGS-24 a user of the account reports an issue with an API key, and the log is Open", async () => {
  const { partner, account, user } = await anAccountWithReporter();
  const attachments = [{ fileName: "what I see.png", content: PNG.toString("base64") }];
  const answer = await send("POST", `/accounts/${account.id}/support-logs`, await byKey(user), { ...ANDROID_REPORT, attachments });
  expect(answer).toMatchObject({ status: 200, body: { state: "open", id: expect.any(String) } });
  const { id } = answer.body as { id: string };
  const { log: _, sipLog: __, ...told } = ANDROID_REPORT;
  const log = await logNow(partner, account.id, id);
  expect(log).toMatchObject({ ...told, state: "open", notes: "", reporterEmail: user.user.email, userId: user.user.id, accountId: account.id, version: 1 });
  expect(log.attachments).toMatchObject([
    { kind: "log", fileName: `${account.id}.txt`, contentType: "text/plain", size: 23 },
    { kind: "sip", fileName: `sip-${account.id}.txt`, contentType: "text/plain" },
    { kind: "file", fileName: "what I see.png", contentType: "image/png", size: PNG.length },
  ]);
  expect(await eventsOf(account.id, "support-logs.add")).toMatchObject([
    { action: "Add", assetKind: "support_log", assetId: id, assetName: REPORT.title, actorId: user.user.id, origin: "api_key", details: { product: "Mitel One Mobile", topic: "Messages", attachments: 1 } },
  ]);
});

test("LOGS-12 the partner is known by the number of MiAccess, the account and the user by their ids", async () => {
  const partner = await aPartner({ organisation: "155119220" });
  const account = await anAccount(partner);
  const user = await aSignedInUser(partner, account.id, "user");
  const { id } = await report(user, account.id);
  expect(await logNow(partner, account.id, id)).toMatchObject({ partnerId: "155119220", accountId: account.id, userId: user.user.id, reporterEmail: user.user.email });
});

test("an account admin reports for the own account; a partner is no user of it, and of another account nobody knows", async () => {
  const { partner, account, admin, user } = await anAccountWithReporter();
  const sibling = await anAccount(partner, { name: "Harbor Clinic" });
  await expect(report(admin, account.id)).resolves.toMatchObject({ state: "open" });
  await expect(report(partner, account.id)).rejects.toMatchObject({ code: "forbidden" });
  await expect(report(partner, partner.accountId)).rejects.toMatchObject({ code: "forbidden" });
  await expect(report(user, sibling.id)).rejects.toMatchObject({ code: "not_found" });
  expect([await stored(account.id), await stored(sibling.id), await stored(partner.accountId)]).toEqual([1, 0, 0]);
});

test("the reporter is who is signed in, whatever the request says", async () => {
  const { account, admin, user } = await anAccountWithReporter();
  const { id } = await report(user, account.id, { userId: admin.user.id, reporterEmail: "boss@ballad.example", state: "resolved", accountId: "elsewhere" });
  expect(await logNow(admin, account.id, id)).toMatchObject({ userId: user.user.id, reporterEmail: user.user.email, state: "open" });
});

test("a reported name can not lead out of a folder, and every file is what it says", async () => {
  const { account, user } = await anAccountWithReporter();
  const content = PNG.toString("base64");
  const refused: [input: object, path: string][] = [
    [{ product: "Excel" }, "product"],
    [{ title: "  " }, "title"],
    [{ title: "a\nb" }, "title"],
    [{ title: "x".repeat(201) }, "title"],
    [{ topic: "" }, "topic"],
    [{ description: undefined }, "description"],
    [{ product: "Mitel One Mobile", platform: "web" }, "platform"],
    [{ signalStrength: "rsrp=-98" }, "signalStrength"],
    [{ sipLog: "REGISTER" }, "sipLog"],
    [{ log: "x".repeat(2 * 1024 * 1024 + 1) }, "log"],
    [{ userDetails: Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`a${index}`, "b"])) }, "userDetails"],
    [{ attachments: Array.from({ length: 6 }, () => ({ fileName: "a.png", content })) }, "attachments"],
    [{ attachments: [{ fileName: "../../etc/passwd", content }] }, "attachments.0.fileName"],
    [{ attachments: [{ fileName: "a\\b.png", content }] }, "attachments.0.fileName"],
    [{ attachments: [{ fileName: ".htaccess", content }] }, "attachments.0.fileName"],
    [{ attachments: [{ fileName: "a.png", content: "no base64!" }] }, "attachments.0.content"],
    [{ attachments: [{ fileName: "a.png", content: "" }] }, "attachments.0.content"],
    [{ attachments: [{ fileName: "a.png", content: Buffer.from("%PDF-1.7\n\xff\xfe", "latin1").toString("base64") }] }, "attachments.0.content"],
    [{ attachments: [{ fileName: "a.txt", content: Buffer.from([65, 0, 66]).toString("base64") }] }, "attachments.0.content"],
    [{ attachments: [{ fileName: "a.txt", content: "QUFB".repeat(700_000) }] }, "attachments.0.content"],
  ];
  for (const [input, path] of refused) {
    await expect(report(user, account.id, input), `${path} ${JSON.stringify(input).slice(0, 80)}`).rejects.toMatchObject({ code: "invalid", fields: [{ path, message: expect.stringMatching(/^.{10,}\.$/s) }] });
  }
  expect(await stored(account.id)).toBe(0);
  expect(await eventsOf(account.id, "support-logs.add")).toEqual([]);
  expect(await database().prisma.mailMessage.count({ where: { accountId: account.id, supportLogId: { not: null } } })).toBe(0);
});

test("what looks like a page is kept as plain text", async () => {
  const { account, admin, user } = await anAccountWithReporter();
  const { id } = await report(user, account.id, { attachments: [{ fileName: "a.png", content: Buffer.from("<svg onload=alert(1)>").toString("base64") }] });
  expect((await logNow(admin, account.id, id)).attachments).toMatchObject([{ kind: "log" }, { fileName: "a.png", contentType: "text/plain" }]);
});

test("one person can not fill the database in a day, and does not keep others from reporting", async () => {
  const { account, admin, user } = await anAccountWithReporter();
  const { id } = await report(user, account.id);
  const { prisma } = database();
  const one = await prisma.supportLog.findFirstOrThrow({ where: { id } });
  const { userDetails: _, deviceDetails: __, ...fields } = one;
  await prisma.supportLog.createMany({ data: Array.from({ length: MAX_REPORTS_PER_DAY - 1 }, () => ({ ...fields, id: newId() })) });
  await expect(report(user, account.id)).rejects.toMatchObject({ code: "limit_reached" });
  await expect(report(admin, account.id)).resolves.toMatchObject({ state: "open" });
  await prisma.supportLog.updateMany({ where: { accountId: account.id }, data: { createdAt: new Date(Date.now() - 25 * 3_600_000) } });
  await expect(report(user, account.id)).resolves.toMatchObject({ state: "open" });
});

test("a report sent again with its idempotency key is one report", async () => {
  const { account, user } = await anAccountWithReporter();
  const headers = { ...(await byKey(user)), "idempotency-key": "one" };
  const first = await send("POST", `/accounts/${account.id}/support-logs`, headers, REPORT);
  expect((await send("POST", `/accounts/${account.id}/support-logs`, headers, REPORT)).body).toEqual(first.body);
  expect(await stored(account.id)).toBe(1);
});

test("deleting the account takes its logs and their files along", async () => {
  const { partner, account, user } = await anAccountWithReporter();
  await report(user, account.id, { attachments: [{ fileName: "a.png", content: PNG.toString("base64") }] });
  await runOperation(deleteAccount, { resolved: await partner.at(account.id), input: { word: "delete" } });
  expect(await stored(account.id)).toBe(0);
  expect(await database().prisma.supportLogAttachment.count({ where: { accountId: account.id } })).toBe(0);
});
