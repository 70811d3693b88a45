/** Asks the reader, and runs `leave` if they agree to lose what is not saved. */
export type AskToLeave = (leave: () => void) => void;

const guards: AskToLeave[] = [];

/** Has `ask` decide about leaving from now on; gives back how to end that. */
export function guardLeaving(ask: AskToLeave): () => void {
  guards.push(ask);
  return () => {
    guards.splice(guards.indexOf(ask), 1);
  };
}

/** Runs `leave` at once where nothing would be lost, else after asking. For navigation by script: account switch, palette, keys. */
export function leaveSafely(leave: () => void): void {
  const ask = guards.at(-1);
  if (ask) ask(leave);
  else leave();
}
