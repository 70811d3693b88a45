import JSZip from "jszip";

export type ArchiveEntry = { name: string; content: string | Uint8Array };

/**
 * Packs files into a zip. An entry whose name ends in "/" is a folder.
 * @param at the date that the files carry
 */
export async function zipOf(entries: readonly ArchiveEntry[], at: Date): Promise<Uint8Array> {
  const zip = new JSZip();
  for (const { name, content } of entries) {
    if (name.endsWith("/")) zip.file(name, null, { dir: true, date: at });
    else zip.file(name, content, { date: at, createFolders: false });
  }
  return zip.generateAsync({ type: "uint8array", compression: "DEFLATE" });
}

/** The entries with names that are all different: a second "a.png" becomes "a (2).png". */
export function distinctNames(entries: readonly ArchiveEntry[]): ArchiveEntry[] {
  const taken = new Set<string>();
  return entries.map((entry) => {
    const dot = entry.name.lastIndexOf(".");
    const [stem, extension] = dot > 0 ? [entry.name.slice(0, dot), entry.name.slice(dot)] : [entry.name, ""];
    let name = entry.name;
    // Most programs unpack without regard to case.
    for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${stem} (${number})${extension}`;
    taken.add(name.toLowerCase());
    return { ...entry, name };
  });
}
