import { expect, test } from "vitest";
import { htmlReport } from "#lib/support-logs/html-report.ts";
import { reportParts, textReport } from "#lib/support-logs/report-parts.ts";
import type { SupportLogView } from "#lib/support-logs/schemas.ts";

const LOG: SupportLogView = {
  id: "01a1f8f1-e0e1-77d0-9a54-a76ec590c054",
  product: "Mitel One Mobile",
  platform: "ios",
  title: `A "title" & <b>more</b>`,
  topic: "Calls",
  description: "No sound.\nAt all.",
  logLevel: "info",
  state: "reported",
  notes: "Ticket: #1920",
  userDetails: { "<img src=x>": `"><script>` },
  deviceDetails: {},
  errorInformation: "",
  signalStrength: "",
  reporterEmail: "user@ballad.example",
  partnerId: "155119220",
  accountId: "2a03091d-6da3-40c7-9c08-af311f490963",
  userId: "2e9b3924-b816-4463-8495-0bec7a5d3e86",
  attachments: [],
  version: 2,
  createdAt: "2022-08-18T22:02:31.000Z",
  modifiedAt: "2022-08-18T22:02:31.000Z",
  modifiedBy: "Mara Lindqvist",
};
const time = () => "2022-08-19 00:02:31 +02:00";

test("a report leaves out what the application told nothing of", () => {
  expect(reportParts(LOG, time).map(({ heading }) => heading)).toEqual(["Submission Details", "Report Details", "User Details", "Partner Support"]);
  expect(reportParts({ ...LOG, errorInformation: "SIP 408" }, time).map(({ heading }) => heading)).toContain("Error Information");
});

test("as text it is the report, and the log of the application at its end", () => {
  const text = textReport(LOG, time, "line 1\nline 2");
  expect(text).toContain("Product: Mitel One Mobile\nDate & Time: 2022-08-19 00:02:31 +02:00\nReporter Email: user@ballad.example\nPartner ID: 155119220");
  expect(text).toContain("Status: Reported\nTicket: #1920");
  expect(text.endsWith("Log\n---\nline 1\nline 2\n")).toBe(true);
  expect(textReport(LOG, time, "")).not.toContain("Log\n---");
});

test("as HTML nothing of what was reported is markup", () => {
  const html = htmlReport(LOG, time, [{ kind: "file", fileName: `"onerror="x`, contentType: "image/png", content: new Uint8Array([1]) }, { kind: "log", fileName: "log.txt", contentType: "text/plain", content: new Uint8Array([65]) }]);
  expect(html).toContain("<title>A &quot;title&quot; &amp; &lt;b&gt;more&lt;/b&gt;</title>");
  expect(html).toContain(`<th scope="row">&lt;img src=x&gt;</th><td>&quot;&gt;&lt;script&gt;</td>`);
  expect(html).toContain(`<img alt="&quot;onerror=&quot;x" src="data:image/png;base64,AQ==">`);
  expect(html).not.toMatch(/<script|<b>|log\.txt/);
  expect(html).toContain("default-src 'none'");
});
