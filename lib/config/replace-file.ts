import { rename, writeFile } from "node:fs/promises";

/** Writes a file under another name and then gives it its own, so that nobody, killed at whatever moment, leaves half of it. */
export async function replaceFile(file: string, text: string, mode = 0o644): Promise<void> {
  const fresh = `${file}.${process.pid}.new`;
  await writeFile(fresh, text, { mode });
  await rename(fresh, file);
}
