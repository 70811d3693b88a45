/** What a look at the files tells of the house rules that no other tool holds. */
import { expect, test } from "vitest";
import { importsOf, sourceFiles } from "./source-files.ts";

const isPage = (path: string) => /^app\/.*\/page\.tsx$/.test(path);

test("every page sets its title", () => {
  const pages = sourceFiles("app").filter(({ path }) => isPage(path));
  expect(pages.length).toBeGreaterThan(10);
  for (const { path, text } of pages) {
    expect(text, path).toMatch(/export (const metadata\b|(async )?function generateMetadata\b|const generateMetadata\b)/);
    expect(text, path).toMatch(/\btitle\b/);
  }
});

test("nothing of lib imports React or Next, which a worker can not load; the cookie is next-auth's", () => {
  for (const file of sourceFiles("lib")) {
    for (const name of importsOf(file)) expect(/^(react|react-dom|next|next-intl|server-only)(\/|$)/.test(name), `${file.path}: ${name}`).toBe(false);
    for (const name of importsOf(file)) expect(/^#(app|components|tests)\//.test(name), `${file.path}: ${name}`).toBe(false);
  }
});

test("an import of our own names its file, so that Node runs it as it is", () => {
  for (const file of sourceFiles("lib", "app", "components", "tests")) {
    for (const name of importsOf(file)) if (/^[.#]/.test(name)) expect(name, file.path).toMatch(/\.(tsx?|mjs|css|json)$/);
  }
});

test("nothing needs more than types taken away to be run", () => {
  for (const { path, text } of sourceFiles("lib", "tests")) {
    expect(text, path).not.toMatch(/^\s*(export )?(const |declare )?enum \w+ \{/m);
    expect(text, path).not.toMatch(/constructor\([^)]*\b(private|public|protected|readonly) /);
    expect(text, path).not.toMatch(/^\s*(export )?namespace \w+/m);
  }
});

test("no file holds more than 300 lines", () => {
  for (const { path, text } of sourceFiles("lib", "app", "components", "tests")) expect(text.split("\n").length, path).toBeLessThanOrEqual(301);
});

test("no page and no component asks the database", () => {
  for (const file of sourceFiles("app", "components")) {
    for (const name of importsOf(file)) expect(/^#lib\/db\/|^pg$|^@prisma\//.test(name) && !name.endsWith("/health.ts"), `${file.path}: ${name}`).toBe(false);
  }
});
