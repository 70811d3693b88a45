import { expect, test } from "vitest";
import yauzl from "yauzl";
import { buffer } from "node:stream/consumers";
import { runOperation } from "#lib/operations/run-operation.ts";
import { exportLog, exportReport } from "#lib/support-logs/export-log.ts";
import { getAttachment } from "#lib/support-logs/get-attachment.ts";
import type { SignedIn } from "#tests/builders/people.ts";
import { byCookie, HOST } from "#tests/builders/rest.ts";
import { answerRequest } from "#lib/operations/http-door.ts";
import { ANDROID_REPORT, anAccountWithReporter, logNow, PNG, report } from "#tests/builders/support-logs.ts";

const IMAGE = { fileName: "what I see.png", content: PNG.toString("base64") };
const HOSTILE = "<script>alert(1)</script>";

/** The files of a zip by name, as a program that unpacks it sees them. */
async function unzip(body: unknown): Promise<Map<string, Buffer>> {
  const zip = await yauzl.fromBufferPromise(Buffer.from(body as Uint8Array), { lazyEntries: true, autoClose: false });
  const files = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry()) files.set(entry.fileName, entry.fileName.endsWith("/") ? Buffer.alloc(0) : await buffer(await zip.openReadStreamPromise(entry)));
  return files;
}

async function exported(operation: typeof exportLog | typeof exportReport, person: SignedIn, accountId: string, logId: string) {
  const { fileName, contentType, body } = await runOperation(operation, { resolved: await person.at(accountId), input: { logId } });
  return { fileName, contentType, files: await unzip(body) };
}

test("LOGS-20 an attachment is downloaded as it was sent, under its type and never as anything else", async () => {
  const { account, admin, user } = await anAccountWithReporter();
  const { id } = await report(user, account.id, { attachments: [IMAGE, { fileName: "page.html", content: Buffer.from(HOSTILE).toString("base64") }, { ...IMAGE, fileName: "it's (1).png" }] });
  const { attachments } = await logNow(admin, account.id, id);
  const get = async (attachmentId: string) => {
    const response = await answerRequest(new Request(`http://${HOST}/api/v1/accounts/${account.id}/support-logs/${id}/attachments/${attachmentId}`, { headers: await byCookie(admin) }));
    return { type: response.headers.get("content-type"), disposition: response.headers.get("content-disposition"), sniff: response.headers.get("x-content-type-options"), bytes: Buffer.from(await response.arrayBuffer()) };
  };
  expect(await get(attachments[1]!.id)).toEqual({ type: "image/png", disposition: `attachment; filename="what_I_see.png"; filename*=UTF-8''what%20I%20see.png`, sniff: "nosniff", bytes: PNG });
  expect(await get(attachments[2]!.id)).toMatchObject({ type: "text/plain; charset=utf-8", disposition: expect.stringMatching(/^attachment; filename="page\.html"/), sniff: "nosniff" });
  expect((await get(attachments[3]!.id)).disposition).toBe(`attachment; filename="it_s__1_.png"; filename*=UTF-8''it%27s%20%281%29.png`);
  const input = { logId: id, attachmentId: attachments[1]!.id };
  await expect(runOperation(getAttachment, { resolved: await user.at(account.id), input })).rejects.toMatchObject({ code: "forbidden" });
});

test("a file is found only under its own log and its own account", async () => {
  const [one, other] = [await anAccountWithReporter(), await anAccountWithReporter()];
  const { id } = await report(one.user, one.account.id, { attachments: [IMAGE] });
  const { id: second } = await report(one.user, one.account.id);
  const { id: foreign } = await report(other.user, other.account.id);
  const attachmentId = (await logNow(one.admin, one.account.id, id)).attachments[0]!.id;
  await expect(runOperation(getAttachment, { resolved: await one.admin.at(one.account.id), input: { logId: second, attachmentId } })).rejects.toMatchObject({ code: "not_found" });
  await expect(runOperation(getAttachment, { resolved: await other.admin.at(other.account.id), input: { logId: foreign, attachmentId } })).rejects.toMatchObject({ code: "not_found" });
  for (const operation of [exportLog, exportReport]) {
    await expect(runOperation(operation, { resolved: await other.admin.at(other.account.id), input: { logId: id } })).rejects.toMatchObject({ code: "not_found" });
    await expect(runOperation(operation, { resolved: await one.user.at(one.account.id), input: { logId: id } })).rejects.toMatchObject({ code: "forbidden" });
  }
});

test("LOGS-21 Export Logs gives a zip with the log as a text file, and the attachments beside it", async () => {
  const { account, admin, user } = await anAccountWithReporter();
  const { id } = await report(user, account.id, { attachments: [IMAGE, IMAGE] });
  const { fileName, contentType, files } = await exported(exportLog, admin, account.id, id);
  const name = `mitel-one-web-logs-${id.slice(-5)}`;
  expect([fileName, contentType]).toEqual([`${name}.zip`, "application/zip"]);
  expect([...files.keys()]).toEqual([`${name}.txt`, "what I see.png", "what I see (2).png"]);
  expect(files.get("what I see.png")).toEqual(PNG);
  const text = files.get(`${name}.txt`)!.toString("utf8");
  for (const part of ["Support log 22 - feedback", "Product: Mitel One Web", `Reporter Email: ${user.user.email}`, "Topic: Messages", "feed back for two.", "Status: Open", "12:01 warn stream lost"]) expect(text).toContain(part);
  await expect(exported(exportReport, admin, account.id, id)).rejects.toMatchObject({ code: "not_found" });
});

test("LOGS-22 of a Mitel One Mobile log there are two zips: one with a single text file, and report.zip with the report in HTML", async () => {
  const { account, admin, user } = await anAccountWithReporter();
  const { id } = await report(user, account.id, { ...ANDROID_REPORT, logLevel: "info", sipLog: "", title: HOSTILE, attachments: [IMAGE] });
  const logs = await exported(exportLog, admin, account.id, id);
  expect(logs.fileName).toMatch(/logs-[0-9a-f]{5}\.zip$/);
  expect([...logs.files.keys()]).toEqual([logs.fileName.replace(".zip", ".txt")]);
  const { fileName, files } = await exported(exportReport, admin, account.id, id);
  expect([fileName, [...files.keys()]]).toEqual(["report.zip", ["report.html"]]);
  const html = files.get("report.html")!.toString("utf8");
  for (const part of ["<!doctype html>", "Device and Apps", "Pixel 10", "Filtered Signal Strength Logs", "SIP 408", `src="data:image/png;base64,${IMAGE.content}"`, "&lt;script&gt;"]) expect(html).toContain(part);
  expect(html).not.toContain("<script");
});

test("LOGS-23 with the log level debug report.zip also holds a SIP logs folder and a .txt file", async () => {
  const { account, admin, user } = await anAccountWithReporter();
  const { id } = await report(user, account.id, ANDROID_REPORT);
  const { files } = await exported(exportReport, admin, account.id, id);
  expect([...files.keys()]).toEqual(["report.html", "SIP logs/", "SIP logs/sip.log", "log.txt"]);
  expect(files.get("SIP logs/sip.log")!.toString()).toBe(ANDROID_REPORT.sipLog);
  expect(files.get("log.txt")!.toString()).toBe(ANDROID_REPORT.log);
  const without = await report(user, account.id, { ...ANDROID_REPORT, sipLog: "" });
  expect([...(await exported(exportReport, admin, account.id, without.id)).files.keys()]).toEqual(["report.html", "SIP logs/", "log.txt"]);
});
