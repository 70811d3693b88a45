import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export const ROOT = join(import.meta.dirname, "../../..");

export type SourceFile = { path: string; text: string };

/** The source files below some folders of the product, generated ones left out. */
export function sourceFiles(...folders: string[]): SourceFile[] {
  return folders
    .flatMap((folder) => readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" }).map((name) => join(folder, name)))
    .filter((path) => /\.tsx?$/.test(path) && !path.startsWith("lib/db/generated/"))
    .map((path) => ({ path, text: readFileSync(join(ROOT, path), "utf8") }));
}

/** What a file imports, by whatever kind of import. */
export function importsOf({ text }: SourceFile): string[] {
  const statements = text.matchAll(/^\s*(?:(?:import|export)\b[^;'"]*?\bfrom\s*|import\s*)["']([^"']+)["']/gm);
  const calls = text.matchAll(/\bimport\(\s*["']([^"']+)["']/g);
  return [...statements, ...calls].map((match) => match[1]!);
}
