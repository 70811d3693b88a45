/** The production build of the web part: made when it is missing or older than what it is made from. */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "../..");
const NOTE = join(ROOT, ".next/built-from");
const MADE_FROM = ["app", "components", "lib", "public", "prisma/schema", "package-lock.json", "next.config.js", "postcss.config.js", "tsconfig.json"];

/** Builds if need be. @returns whether a build was made */
export async function buildIfStale(): Promise<boolean> {
  const wanted = await sourceHash();
  if (existsSync(NOTE) && (await readFile(NOTE, "utf8")) === wanted) return false;
  await run("next", ["build"]);
  await writeFile(NOTE, wanted);
  return true;
}

async function sourceHash(): Promise<string> {
  const hash = createHash("sha256");
  for (const place of MADE_FROM) {
    for (const file of await filesBelow(place)) hash.update(file).update(await readFile(join(ROOT, file)));
  }
  return hash.digest("hex");
}

async function filesBelow(place: string): Promise<string[]> {
  const path = join(ROOT, place);
  if (!existsSync(path)) return [];
  const entries = await readdir(path, { withFileTypes: true, recursive: true }).catch(() => null);
  if (!entries) return [place];
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length + 1))
    .filter((file) => !file.startsWith("lib/db/generated/"))
    .toSorted();
}

/** Runs a command of this project's own tools and shows what it prints. */
export function run(command: string, args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(join(ROOT, "node_modules/.bin", command), args, { cwd: ROOT, stdio: "inherit", env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1" } });
    child.once("error", reject);
    child.once("exit", (code) => (code === 0 ? resolve() : reject(new Error(`${command} ${args.join(" ")} failed (${code}).`))));
  });
}
