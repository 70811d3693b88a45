import { request } from "node:http";
import { expect, test } from "vitest";
import { type MailUnderTest, mailForTest } from "./mail-under-test.ts";

const PNG = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");

async function sent(mail: MailUnderTest, message: object) {
  await mail.mailer.sendMail({ to: "ada@ballad.example", subject: "Your phone", ...message });
  const [summary] = (await mail.list()).messages;
  return mail.get(summary?.id ?? 0);
}

test("the HTML part is shown in a frame where nothing can run, its links in a new window, its pictures in place", async () => {
  const mail = await mailForTest();
  const { id } = await sent(mail, {
    html: '<p onclick="steal()"><a class="button" href="http://portal.example/x">Open</a><img src="cid:qr@portal" alt="QR code"><script>steal()</script></p>',
    attachments: [{ filename: "qr.png", content: PNG, cid: "qr@portal" }],
  });
  const page = await (await fetch(`${mail.url}/messages/${id}`)).text();
  expect(page).toContain(`<iframe title="Message" src="/messages/${id}/html" sandbox="allow-popups allow-popups-to-escape-sandbox">`);
  const response = await fetch(`${mail.url}/messages/${id}/html`);
  const policy = response.headers.get("content-security-policy") ?? "";
  expect(policy).toMatch(/default-src 'none'/);
  expect(policy).toMatch(/sandbox allow-popups/);
  expect(policy).not.toMatch(/script-src|allow-scripts|allow-same-origin/);
  const html = await response.text();
  expect(html).toContain('<a target="_blank" rel="noopener noreferrer" class="button" href="http://portal.example/x">');
  const picture = /<img src="([^"]+)"/.exec(html)?.[1];
  const shown = await fetch(`${mail.url}${picture}`);
  expect(shown.headers.get("content-type")).toBe("image/png");
  expect(Buffer.from(await shown.arrayBuffer())).toEqual(PNG);
});

test("attachments and the source are downloads, whatever they claim to be", async () => {
  const mail = await mailForTest();
  const { id, attachments } = await sent(mail, { text: "see attached", attachments: [{ filename: "Übersicht \"1\".html", content: "<script>1</script>", contentType: "text/html" }] });
  expect(attachments).toMatchObject([{ fileName: 'Übersicht "1".html', mimeType: "text/html", size: 18 }]);
  const file = await fetch(`${mail.url}/messages/${id}/attachments/0`);
  expect(file.headers.get("content-disposition")).toBe("attachment; filename*=UTF-8''%C3%9Cbersicht%20%221%22.html");
  expect(file.headers.get("content-security-policy")).toContain("sandbox");
  expect(await file.text()).toBe("<script>1</script>");
  expect((await fetch(`${mail.url}/messages/${id}/attachments/1`)).status).toBe(404);
  const source = await fetch(`${mail.url}/messages/${id}/raw`);
  expect(source.headers.get("content-type")).toBe("message/rfc822");
  expect(await source.text()).toContain("Subject: Your phone");
});

test("what a mail says can not become part of the inbox page", async () => {
  const mail = await mailForTest();
  const { id } = await sent(mail, { subject: '<img src=x onerror="steal()">', text: 'https://portal.example/?a=1&b="><script>steal()</script>' });
  for (const path of ["/", `/messages/${id}`]) {
    const response = await fetch(`${mail.url}${path}`);
    expect(await response.text()).not.toMatch(/<img|<script/);
    expect(response.headers.get("content-security-policy")).toMatch(/default-src 'none'/);
  }
});

test("the inbox is searched by recipient or subject and leads on to older messages", async () => {
  const mail = await mailForTest();
  await Promise.all(Array.from({ length: 60 }, (_, index) => mail.mailer.sendMail({ to: `user${index}@ballad.example`, subject: `Welcome ${index}`, text: "x" })));
  const first = await (await fetch(`${mail.url}/?search=welcome`)).text();
  expect(first.match(/<a href="\/messages\//g)).toHaveLength(50);
  expect(first).toContain("60 messages matching &quot;welcome&quot;");
  const older = /<a href="([^"]+)">Older messages/.exec(first)?.[1]?.replaceAll("&amp;", "&");
  expect((await (await fetch(`${mail.url}${older}`)).text()).match(/<a href="\/messages\//g)).toHaveLength(10);
  expect((await (await fetch(`${mail.url}/?search=user59@`)).text()).match(/<a href="\/messages\//g)).toHaveLength(1);
  expect(await (await fetch(`${mail.url}/?search=nobody`)).text()).toContain("Nothing matches");
});

test("the page's own button deletes all; a form of another site does not", async () => {
  const mail = await mailForTest();
  await sent(mail, { text: "x" });
  const send = (origin: string) => fetch(`${mail.url}/delete-all`, { method: "POST", headers: { origin }, redirect: "manual" });
  expect((await send("http://evil.example")).status).toBe(403);
  expect((await send("null")).status).toBe(403);
  expect((await mail.list()).total).toBe(1);
  expect((await send(mail.url)).status).toBe(303);
  expect((await mail.list()).total).toBe(0);
});

test("a site that points its own name at the inbox reads nothing", async () => {
  const mail = await mailForTest();
  const { port } = new URL(mail.url);
  const status = await new Promise((resolve, reject) => {
    request({ host: "127.0.0.1", port, path: "/api/messages", headers: { host: `evil.example:${port}` } }, (response) => resolve(response.statusCode)).on("error", reject).end();
  });
  expect(status).toBe(403);
});

test("what is not there is said so, to people as a page", async () => {
  const mail = await mailForTest();
  expect((await fetch(`${mail.url}/messages/9/html`)).status).toBe(404);
  const page = await fetch(`${mail.url}/messages/9`, { headers: { accept: "text/html" } });
  expect(page.status).toBe(404);
  expect(await page.text()).toContain("There is no message 9.");
  expect((await fetch(`${mail.url}/nowhere`)).status).toBe(404);
});
