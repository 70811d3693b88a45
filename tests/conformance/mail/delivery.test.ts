import { createTransport } from "nodemailer";
import { describe, expect, test } from "vitest";
import { SENDER, mailForTest } from "./mail-under-test.ts";

const WELCOME = { to: "Ada Brandt <ada.brandt@ballad.example>", subject: "Welcome to Mitel Administration – Grüße", text: "Finish building your account: http://127.0.0.1:3000/register/abc", html: '<p><a href="http://127.0.0.1:3000/register/abc">Finish building your account</a></p>' };

test("SIM-14 a mail that is sent is kept as it was, for programs and for people", async () => {
  const mail = await mailForTest();
  await mail.mailer.sendMail({ ...WELCOME, messageId: "<m-1@portal.example>" });
  const { messages, total } = await mail.list();
  expect(total).toBe(1);
  const [summary] = messages;
  expect(summary).toMatchObject({ recipients: ["ada.brandt@ballad.example"], to: [WELCOME.to], from: SENDER, subject: WELCOME.subject, messageId: "<m-1@portal.example>" });
  expect(summary).not.toHaveProperty("html");
  const message = await mail.get(summary?.id ?? 0);
  expect(message).toMatchObject({ html: expect.stringContaining(WELCOME.html), text: expect.stringContaining(WELCOME.text) });
  expect(Date.parse(message.date ?? "")).toBeGreaterThan(0);

  const inbox = await (await fetch(mail.url)).text();
  expect(inbox).toContain("ada.brandt@ballad.example");
  expect(inbox).toContain(`<a href="/messages/${message.id}">${WELCOME.subject}</a>`);
  const page = await (await fetch(`${mail.url}/messages/${message.id}`)).text();
  expect(page).toContain('<a href="http://127.0.0.1:3000/register/abc" target="_blank" rel="noopener noreferrer">');
});

test("SIM-14 the mailbox outlives a restart", async () => {
  const mail = await mailForTest();
  await mail.mailer.sendMail(WELCOME);
  await mail.restart();
  expect((await mail.list()).messages.map(({ subject }) => subject)).toEqual([WELCOME.subject]);
  await createTransport(mail.smtpUrl).sendMail({ ...WELCOME, from: SENDER });
  expect((await mail.list()).total).toBe(2);
});

test("a mail without header To is found by whom it was delivered to", async () => {
  const mail = await mailForTest();
  await mail.mailer.sendMail({ envelope: { from: "a@portal.example", to: ["b@ballad.example", "c@ballad.example"] }, raw: "Subject: hidden\r\n\r\nHello" });
  expect((await mail.list({ to: "C@Ballad.example" })).messages).toMatchObject([{ recipients: ["b@ballad.example", "c@ballad.example"], to: [] }]);
});

describe("finding", () => {
  test("by whole address, by part of one, by subject; newest first, limited, and on from there", async () => {
    const mail = await mailForTest();
    for (const [to, subject] of [["ada@ballad.example", "Welcome 1"], ["bada@ballad.example", "Welcome 2"], ["ada@ballad.example", "100 % done_x"]]) {
      await mail.mailer.sendMail({ to, subject, text: "x" });
    }
    const subjects = async (query: Record<string, string>) => (await mail.list(query)).messages.map(({ subject }) => subject);
    expect(await subjects({ to: "ada@ballad.example" })).toEqual(["100 % done_x", "Welcome 1"]);
    expect(await subjects({ to: "ada" })).toEqual(["100 % done_x", "Welcome 2", "Welcome 1"]);
    expect(await subjects({ subject: "welcome" })).toEqual(["Welcome 2", "Welcome 1"]);
    expect(await subjects({ subject: "% done_" })).toEqual(["100 % done_x"]);
    expect(await subjects({ subject: "1%" })).toEqual([]);
    expect(await subjects({ to: "ada@ballad.example", subject: "welcome" })).toEqual(["Welcome 1"]);
    const first = await mail.list({ limit: "2" });
    expect(first).toMatchObject({ total: 3, messages: [{ subject: "100 % done_x" }, { subject: "Welcome 2" }] });
    expect(await subjects({ limit: "2", before: String(first.messages[1]?.id) })).toEqual(["Welcome 1"]);
  });

  test("a limit that is none is refused by name", async () => {
    const mail = await mailForTest();
    const response = await fetch(`${mail.url}/api/messages?limit=many`);
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ error: { field: "limit" } });
  });

  test("deleting all leaves nothing behind, and ids are not given twice", async () => {
    const mail = await mailForTest();
    await mail.mailer.sendMail(WELCOME);
    const [before] = (await mail.list()).messages;
    expect((await fetch(`${mail.url}/api/messages`, { method: "DELETE" })).status).toBe(204);
    expect(await mail.list({ to: "ada.brandt@ballad.example" })).toEqual({ messages: [], total: 0 });
    expect((await fetch(`${mail.url}/api/messages/${before?.id}`)).status).toBe(404);
    await mail.mailer.sendMail(WELCOME);
    expect((await mail.list()).messages[0]?.id).toBeGreaterThan(before?.id ?? 0);
  });
});

describe("faults", () => {
  test("an outage turns connections away for now", async () => {
    const mail = await mailForTest();
    await mail.setFaults({ outage: true });
    await expect(mail.mailer.sendMail(WELCOME)).rejects.toMatchObject({ responseCode: 421 });
    await mail.setFaults({});
    await mail.mailer.sendMail(WELCOME);
    expect((await mail.list()).total).toBe(1);
  });

  test("a refused recipient is refused for good, the others get the mail", async () => {
    const mail = await mailForTest();
    await mail.setFaults({ rejectRecipients: ["Gone@Ballad.example"] });
    await expect(mail.mailer.sendMail({ ...WELCOME, to: "gone@ballad.example" })).rejects.toMatchObject({ responseCode: 550 });
    const { rejected } = await mail.mailer.sendMail({ ...WELCOME, to: "gone@ballad.example, ada@ballad.example" });
    expect(rejected).toEqual(["gone@ballad.example"]);
    expect((await mail.list()).messages.map(({ recipients }) => recipients)).toEqual([["ada@ballad.example"]]);
  });

  test("an error rate of 1 takes no message for now and keeps none", async () => {
    const mail = await mailForTest();
    await mail.setFaults({ errorRate: 1 });
    await expect(mail.mailer.sendMail(WELCOME)).rejects.toMatchObject({ responseCode: 451 });
    expect((await mail.list()).total).toBe(0);
  });

  test("a dropped answer leaves the message kept and the sender in the dark, once", async () => {
    const mail = await mailForTest();
    await mail.setFaults({ dropAfterCommit: 1 });
    await expect(mail.mailer.sendMail(WELCOME)).rejects.toThrow();
    await mail.mailer.sendMail(WELCOME);
    expect((await mail.list()).total).toBe(2);
  });

  test("the state tells what is kept and which faults are set; unknown faults are refused", async () => {
    const mail = await mailForTest();
    await mail.mailer.sendMail(WELCOME);
    await mail.setFaults({ rejectRecipients: ["x@ballad.example"] });
    const faults = { outage: false, rejectRecipients: ["x@ballad.example"], errorRate: 0, dropAfterCommit: false };
    expect(await (await fetch(`${mail.url}/_state`)).json()).toEqual({ messages: 1, faults });
    const response = await fetch(`${mail.url}/_faults`, { method: "PUT", body: JSON.stringify({ slow: true }) });
    expect(response.status).toBe(422);
    expect(await (await fetch(`${mail.url}/_faults`)).json()).toEqual(faults);
  });
});

test("a message above the size limit is refused for good", async () => {
  const mail = await mailForTest();
  await expect(mail.mailer.sendMail({ ...WELCOME, attachments: [{ filename: "big.bin", content: Buffer.alloc(16 * 1024 * 1024, 1) }] })).rejects.toMatchObject({ responseCode: 552 });
  expect((await mail.list()).total).toBe(0);
});

test("SIM-14 two thousand mails arrive, each once", async () => {
  const mail = await mailForTest();
  const numbers = Array.from({ length: 2_000 }, (_, index) => index);
  await Promise.all(numbers.map((number) => mail.mailer.sendMail({ to: `user${number}@ballad.example`, subject: `Welcome ${number}`, text: "Welcome", html: "<p>Welcome</p>" })));
  expect((await mail.list()).total).toBe(2_000);
  const page = await mail.list({ limit: "1000" });
  const rest = await mail.list({ limit: "1000", before: String(page.messages.at(-1)?.id) });
  expect(new Set([...page.messages, ...rest.messages].flatMap(({ recipients }) => recipients)).size).toBe(2_000);
});
