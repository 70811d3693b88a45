/** The recipes of Voice Assist: what a caller hears (text-to-speech), says (speech recognition) and is connected to (directory). Pure. */

export type Attendant = {
  accountId: string;
  company: string;
  /** The pilot number. */
  number: string;
  timeZone: string;
  recipe: "opening_hours" | "directory";
  /** Those whose calls it answers. */
  pbxs: { id: string; kind: string; name: string }[];
  directory: { name: string; number: string }[];
};

export type CallStep = { says: string } | { hears: string } | { connectsTo: { name: string; number: string } } | { ends: true };

const OPENS = 9;
const CLOSES = 17;
const TRIES = 2;

/** Monday to Friday, 9:00 to 17:00, by the clock of the attendant's timezone (VASSIST-05). */
export function isOpen(timeZone: string, at: Date): boolean {
  const parts = new Intl.DateTimeFormat("en-US", { timeZone, weekday: "short", hour: "2-digit", hourCycle: "h23" }).formatToParts(at);
  const valueOf = (type: string) => parts.find((part) => part.type === type)?.value ?? "";
  const hour = Number(valueOf("hour"));
  return !["Sat", "Sun"].includes(valueOf("weekday")) && hour >= OPENS && hour < CLOSES;
}

/** What the recipe of an attendant does, in sentences for people. */
export function describeFlow({ recipe, company, timeZone, directory }: Attendant): string[] {
  const names = `Asks for a name, and connects to it: ${directory.length} ${directory.length === 1 ? "name is" : "names are"} in the directory. After ${TRIES} names that it does not find it ends the call.`;
  if (recipe === "directory") return [`Welcomes the caller to ${company}.`, names];
  return [`From Monday to Friday, ${OPENS}:00 to ${CLOSES}:00 (${timeZone}), welcomes the caller to ${company}.`, names, "At all other times says that the company is closed, and ends the call."];
}

/** Answers a call at a moment; `heard` is what the caller says, one thing after the other. */
export function answerCall(attendant: Attendant, at: Date, heard: readonly string[]): CallStep[] {
  const { company, recipe, timeZone } = attendant;
  if (recipe === "opening_hours" && !isOpen(timeZone, at)) {
    return [{ says: `${company} is closed at the moment. We are here from Monday to Friday, ${OPENS}:00 to ${CLOSES}:00.` }, { ends: true }];
  }
  return [{ says: `Welcome to ${company}. Who would you like to speak to?` }, ...findPerson(attendant, heard.slice(0, TRIES))];
}

function findPerson(attendant: Attendant, heard: readonly string[]): CallStep[] {
  const [name, ...rest] = heard;
  if (name === undefined) return [{ says: "Please call again." }, { ends: true }];
  const found = lookUp(attendant, name);
  if (found) return [{ hears: name }, { says: `I am connecting you to ${found.name}.` }, { connectsTo: found }];
  return [{ hears: name }, { says: "I did not find this name." }, ...findPerson(attendant, rest)];
}

/** The one of whose name everything that was said is a part; with two of them it is nobody. */
function lookUp({ directory }: Attendant, said: string): { name: string; number: string } | undefined {
  const words = said.toLowerCase().split(/\s+/).filter(Boolean);
  const found = directory.filter(({ name }) => words.every((word) => name.toLowerCase().split(/\s+/).includes(word)));
  return words.length > 0 && found.length === 1 ? found[0] : undefined;
}
