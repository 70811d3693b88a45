/** Longest time from the making of a page on the server to its listening in the browser, in milliseconds. */
const MAKING_MS = 15_000;

export type RecentChanges = {
  /** Notes that something of a topic changed at this moment (milliseconds of one steady clock). */
  note: (topic: string, now: number) => void;
  /** The topics that have changed since a page which comes up now was begun. */
  at: (now: number) => string[];
};

/** What has changed lately. A page may have been made before a change and begin to listen after it: it is told of that change too. */
export function recentChanges(): RecentChanges {
  const heard = new Map<string, number>();
  const forget = (now: number) => {
    for (const [topic, at] of heard) if (now - at > MAKING_MS) heard.delete(topic);
  };
  return {
    note: (topic, now) => {
      forget(now);
      heard.set(topic, now);
    },
    at: (now) => {
      forget(now);
      return [...heard.keys()];
    },
  };
}
