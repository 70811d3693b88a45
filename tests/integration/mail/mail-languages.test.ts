/** Every mail in the language of whom it is for: the person's own, else that of the account. */
import { expect, test } from "vitest";
import { database } from "#lib/db/client.ts";
import { settings } from "#lib/config/settings.ts";
import { seal } from "#lib/crypto/seal.ts";
import { queueMails } from "#lib/mail/queue-mail.ts";
import { MAIL_PURPOSE, sendMail } from "#lib/mail/send-mail.ts";
import { LOCALES } from "#lib/messages/languages.ts";
import { updateMe } from "#lib/me/update-me.ts";
import { NOBODY, runOperation } from "#lib/operations/run-operation.ts";
import { getRegistration } from "#lib/registration/registration.ts";
import { startMailServer } from "#tests/builders/mail-server.ts";
import { anAccount, aPartner, aSignedInUser, aUser } from "#tests/builders/people.ts";
import { aRegisteredUser, askForReset, signedInWithPassword } from "#tests/builders/registered.ts";
import { report } from "#tests/builders/support-logs.ts";

const { receivedBy, rawOf } = await startMailServer();

async function anAccountIn(defaultLanguage: string) {
  const partner = await aPartner();
  return { partner, account: await anAccount(partner, { name: "Kontor & Söhne", defaultLanguage }) };
}

/** Sends what is queued for a user, and gives the newest mail. */
async function sendTo({ id, email }: { id: string; email: string }) {
  const [message] = await database().prisma.mailMessage.findMany({ where: { userId: id, status: "queued" }, orderBy: { createdAt: "desc" } });
  await sendMail({ accountId: message!.accountId, messageId: message!.id });
  const [received] = await receivedBy(email);
  return received!;
}

const WELCOME = {
  "en-US": { subject: "Welcome to Kontor & Söhne", action: "Finish building your account", greeting: "Hello Ada Brandt," },
  "en-GB": { subject: "Welcome to Kontor & Söhne", action: "Finish building your account", greeting: "Hello Ada Brandt," },
  fr: { subject: "Bienvenue chez Kontor & Söhne", action: "Finaliser la création de votre compte", greeting: "Bonjour Ada Brandt," },
  de: { subject: "Willkommen bei Kontor & Söhne", action: "Registrierung abschließen", greeting: "Guten Tag Ada Brandt," },
};

test.each(LOCALES)("a welcome mail of an account in $name: subject, text and HTML, with a link that works", async ({ code }) => {
  const { partner, account } = await anAccountIn(code);
  const user = await aUser(partner, account.id);
  const { subject, action, greeting } = WELCOME[code];
  const mail = await sendTo(user);
  expect(mail.subject).toBe(subject);
  expect(mail.text).toContain(greeting);
  expect(mail.html).toContain(`<html lang="${code}">`);
  const [, token] = new RegExp(String.raw`${action}:\n\S+/register/([\w-]+)`).exec(mail.text!)!;
  expect(mail.html).toMatch(new RegExp(`href="[^"]*/register/${token}"[^>]*>${action}</a>`));
  expect(await runOperation(getRegistration, { resolved: NOBODY, input: { token } })).toMatchObject({ state: "open", email: user.email });
  expect(await rawOf(user.email)).toMatch(new RegExp(`^Content-Language: ${code}\r?$`, "m"));
});

test.each([
  ["fr", "Réinitialisez votre mot de passe", "Réinitialiser le mot de passe"],
  ["de", "Setzen Sie Ihr Passwort zurück", "Passwort zurücksetzen"],
])("a reset mail in %s", async (language, subject, action) => {
  const { partner, account } = await anAccountIn(language);
  const user = await aRegisteredUser(partner, account.id);
  await database().prisma.mailMessage.deleteMany({ where: { userId: user.id } });
  await askForReset(user.email);
  const mail = await sendTo(user);
  expect(mail.subject).toBe(subject);
  expect(mail.html).toMatch(new RegExp(`href="[^"]*/reset-password/[^"]+"[^>]*>${action}</a>`));
  expect(mail.text).toContain("Kontor & Söhne");
});

test.each([
  ["fr", "Configurez votre client MiCollab", "Configurer mon client", "Un code PIN vous sera demandé."],
  ["de", "Richten Sie Ihren MiCollab-Client ein", "Meinen Client einrichten", "Sie werden nach einer PIN gefragt."],
])("a deployment mail in %s", async (language, subject, action, pin) => {
  const { partner, account } = await anAccountIn(language);
  const user = await aUser(partner, account.id);
  const { prisma } = database();
  await prisma.mailMessage.deleteMany({ where: { userId: user.id } });
  const contentSealed = seal("https://micollab.example/d/abc", Buffer.from(settings().SEAL_KEY, "base64"), MAIL_PURPOSE);
  await queueMails({ db: prisma, enqueue: async () => {}, accountId: account.id }, [{ userId: user.id, recipient: user.email, kind: "deployment", contentSealed }]);
  const mail = await sendTo(user);
  expect(mail.subject).toBe(subject);
  expect(mail.text).toContain(pin);
  expect(mail.html).toContain(`href="https://micollab.example/d/abc"`);
  expect(mail.html).toContain(`>${action}</a>`);
});

test.each([
  ["fr", "Kontor & Söhne a signalé un problème avec MiCollab", "Bonjour help@partner.example,", "Ouvrir le journal de support"],
  ["de", "Kontor & Söhne hat ein Problem mit MiCollab gemeldet", "Guten Tag help@partner.example,", "Support-Protokoll öffnen"],
])("a support contact is told of a report in %s, the language of the account", async (language, subject, greeting, action) => {
  const { partner, account } = await anAccountIn(language);
  const reporter = await aSignedInUser(partner, account.id, "user");
  const { id } = await report(reporter, account.id, { product: "MiCollab", topic: "Login" });
  const message = await database().prisma.mailMessage.findFirstOrThrow({ where: { accountId: account.id, supportLogId: id } });
  await sendMail({ accountId: account.id, messageId: message.id });
  const mails = await receivedBy("help@partner.example");
  const mail = mails.find(({ subject: told }) => told === subject)!;
  expect(mail.text).toContain(greeting);
  expect(mail.html).toContain(`<html lang="${language}">`);
  expect(mail.html).toMatch(new RegExp(`href="[^"]*/accounts/${account.id}/support/logs/${id}"[^>]*>${action}</a>`));
});

test("what a person has chosen goes before the language of the account", async () => {
  const { partner, account } = await anAccountIn("fr");
  const user = await aRegisteredUser(partner, account.id);
  const person = await signedInWithPassword(user.email);
  await runOperation(updateMe, { resolved: await person.at(null), input: { language: "de" } });
  await database().prisma.mailMessage.deleteMany({ where: { userId: user.id } });
  await askForReset(user.email);
  expect((await sendTo(user)).subject).toBe("Setzen Sie Ihr Passwort zurück");
});
