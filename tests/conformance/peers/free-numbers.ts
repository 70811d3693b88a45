import type { PbxAdapter } from "#lib/provisioning/adapters/adapter.ts";

/** Numbers of the dialling plan that nothing holds, of the length that voice mailboxes need. */
export async function freeNumbers(adapter: PbxAdapter, count: number): Promise<string[]> {
  const { numberRanges, voicemailDigitLength } = await adapter.info();
  const inUse = new Set((await adapter.listNumbersInUse()).map(({ number }) => number));
  const range = numberRanges.find(({ from }) => from.length === voicemailDigitLength);
  if (!range) throw new Error("No range of the dialling plan has the voicemail digit length.");
  const free: string[] = [];
  for (let number = Number(range.from); number <= Number(range.to) && free.length < count; number += 1) {
    const text = String(number).padStart(range.from.length, "0");
    if (!inUse.has(text)) free.push(text);
  }
  return free;
}
