/** The portal in other languages: chosen, remembered, and followed through by somebody who reads German. */
import type { Page } from "playwright-core";
import { beforeAll, expect, inject, test } from "vitest";
import { useBrowser } from "./browser.ts";
import { aNewUser } from "./customers.ts";
import { findingsEverywhere } from "./findings.ts";
import { linkIn, mailTo } from "./mailbox.ts";
import { addAccount } from "./portal-api.ts";
import { signInWithMiAccess } from "./sign-in.ts";

const open = useBrowser();
const { url } = inject("portal");
const NAMES = ["English (US)", "English (UK)", "Français", "Deutsch"];
const GERMAN = { firstName: "Greta", lastName: "Kühn", email: "greta.kuehn@werft.example" };
const PASSWORD = "ein stiller Hafen am Morgen";

let partner: Page;
let register = "";

beforeAll(async () => {
  ({ page: partner } = await open());
  await signInWithMiAccess(partner, "Mara");
  const account = await addAccount(partner, "Werft & Söhne", "de");
  register = await aNewUser(partner, account, GERMAN, { subject: "Willkommen bei Werft & Söhne", action: "Registrierung abschließen" });
});

const languageOf = (page: Page) => page.evaluate(() => document.documentElement.lang);

/** Chooses in the menu at the page bottom, whatever the language it is in. */
async function choose(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: /Supported Languages|Langues disponibles|Verfügbare Sprachen/ }).click();
  await page.getByRole("menuitemradio", { name }).click();
}

test("NAV-11 the menu at the page bottom lists the languages that there are, and choosing one changes the portal's at once and for good", async () => {
  const { page } = await open();
  await page.goto(`${url}/login`);
  await page.getByRole("button", { name: "Supported Languages EN (US)" }).click();
  await page.getByRole("menuitemradio").first().waitFor();
  expect(await page.getByRole("menuitemradio").allTextContents()).toEqual(NAMES);
  await page.getByRole("menuitemradio", { name: "Deutsch" }).click();
  await page.getByRole("heading", { name: "Anmelden" }).waitFor();
  expect(await languageOf(page)).toBe("de");
  await page.reload();
  await page.getByRole("heading", { name: "Anmelden" }).waitFor();
  await choose(page, "Français");
  await page.getByRole("heading", { name: "Connexion" }).waitFor();
  expect(await page.title()).toContain("Connexion");
  expect(await languageOf(page)).toBe("fr");
  await choose(page, "English (UK)");
  await page.getByRole("heading", { name: "Sign in" }).waitFor();
  expect(await languageOf(page)).toBe("en-GB");
});

test("an account's Default Language offers the same languages as the menu", async () => {
  await partner.goto(`${url}/accounts/new`);
  await partner.getByRole("combobox", { name: "Default Language" }).click();
  await partner.getByRole("option").first().waitFor();
  expect(await partner.getByRole("option").allTextContents()).toEqual(NAMES);
  await partner.keyboard.press("Escape");
});

test("somebody who reads German registers, signs in and looks after the own password in German, told so when something is wrong", async () => {
  const { page } = await open({ locale: "de-DE" });
  await page.goto(register);
  await page.getByText("Willkommen, Greta Kühn. Wählen Sie ein Passwort").waitFor();
  await page.getByLabel("Passwort", { exact: true }).fill("kurz");
  await page.getByRole("button", { name: "Abschließen" }).click();
  await page.getByText("Das Passwort muss mindestens 8 Zeichen lang sein.").first().waitFor();
  await page.getByText("1 Feld muss korrigiert werden").waitFor();
  await page.getByLabel("Passwort", { exact: true }).fill("password1");
  await page.getByRole("button", { name: "Abschließen" }).click();
  await page.getByText("Dieses Passwort gehört zu denen, die zuerst erraten werden.").first().waitFor();
  await page.getByLabel("Passwort", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Abschließen" }).click();
  await page.getByText("Ihre Registrierung ist abgeschlossen. Sie können sich jetzt anmelden.").waitFor();

  await page.getByLabel("E-Mail-Adresse").fill("greta");
  await page.getByRole("button", { name: "Weiter" }).click();
  await page.getByText("Bitte geben Sie eine gültige E-Mail-Adresse ein.").first().waitFor();
  await page.getByLabel("E-Mail-Adresse").fill(GERMAN.email);
  await page.getByRole("button", { name: "Weiter" }).click();
  await page.getByLabel("Passwort", { exact: true }).fill("falsches Passwort");
  await page.getByRole("button", { name: "Weiter" }).click();
  await page.getByText("Die E-Mail-Adresse oder das Passwort ist nicht richtig.").first().waitFor();
  await page.getByLabel("Passwort", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Weiter" }).click();
  await page.waitForURL(/\/dashboard$/);

  await page.getByRole("heading", { level: 1, name: /Guten (Morgen|Tag|Abend), Greta Kühn/ }).waitFor();
  expect(await languageOf(page)).toBe("de");
  const today = new Intl.DateTimeFormat("de", { dateStyle: "full", timeZone: "UTC" }).format(new Date());
  await page.getByText(`Werft & Söhne · ${today}`).waitFor();
  await page.getByText("Noch keine Telefonnummer").waitFor();
  expect(await findingsEverywhere(page)).toEqual([]);
  await page.getByRole("link", { name: "Passwort ändern" }).click();
  await page.getByRole("heading", { level: 1, name: "Profil" }).waitFor();
  await page.getByText("Benutzer", { exact: true }).first().waitFor();
  expect(await findingsEverywhere(page)).toEqual([]);
  await page.getByLabel("Aktuelles Passwort", { exact: true }).fill("nicht dieses");
  await page.getByLabel("Neues Passwort", { exact: true }).fill("ein lauter Hafen am Mittag");
  await page.getByRole("button", { name: "Passwort ändern" }).click();
  await page.getByText("Das ist nicht Ihr aktuelles Passwort.").first().waitFor();
});

test("what was chosen while signed in is the person's, in every browser, and their mails follow", async () => {
  const { page } = await open({ locale: "de-DE" });
  const signIn = async (visitor: Page, [email, next, password]: [string, string, string]) => {
    await visitor.goto(`${url}/login`);
    await visitor.getByLabel(email).fill(GERMAN.email);
    await visitor.getByRole("button", { name: next }).click();
    await visitor.getByLabel(password, { exact: true }).fill(PASSWORD);
    await visitor.getByRole("button", { name: next }).click();
    await visitor.waitForURL(/\/dashboard$/);
  };
  await signIn(page, ["E-Mail-Adresse", "Weiter", "Passwort"]);
  await page.getByRole("heading", { level: 1, name: /Guten/ }).waitFor();
  await choose(page, "Français");
  await page.getByRole("heading", { level: 1, name: /Bon(jour|soir), Greta Kühn/ }).waitFor();
  await page.getByRole("link", { name: "Tableau de bord" }).first().waitFor();
  expect(await languageOf(page)).toBe("fr");

  const elsewhere = (await open()).page;
  await signIn(elsewhere, ["E-mail address", "Next", "Password"]);
  await elsewhere.getByRole("heading", { level: 1, name: /Bon(jour|soir), Greta Kühn/ }).waitFor();
  await elsewhere.goto(`${url}/profile`);
  await elsewhere.getByRole("combobox", { name: "Langue" }).click();
  await elsewhere.getByRole("option").first().waitFor();
  expect(await elsewhere.getByRole("option").allTextContents()).toEqual(NAMES);
  await elsewhere.keyboard.press("Escape");
  await elsewhere.getByRole("button", { name: "Se déconnecter partout" }).click();
  await elsewhere.getByText(/Les \d sessions prennent fin, celle-ci comprise/).waitFor();

  const stranger = (await open({ locale: "fr-CA" })).page;
  await stranger.goto(`${url}/reset-password`);
  await stranger.getByLabel("Adresse e-mail").fill(GERMAN.email);
  await stranger.getByRole("button", { name: "Envoyer le lien" }).click();
  await stranger.getByText("Consultez votre boîte de réception").waitFor();
  await stranger.goto(linkIn(await mailTo(GERMAN.email, "Réinitialisez votre mot de passe"), "Réinitialiser le mot de passe"));
  await stranger.getByText(`Choisissez un nouveau mot de passe pour ${GERMAN.email} chez Werft & Söhne.`).waitFor();
});
