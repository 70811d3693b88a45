import type { Worded } from "#lib/operations/schemas.ts";

type RequestSentences = {
  /** The portal could not be reached. */
  unreachable: string;
  /** It answered, but not in a way that can be understood. */
  unreadable: string;
  /** What the server said, as the reader reads it. */
  say: (worded: Worded) => string;
};

let current: RequestSentences = { unreachable: "", unreadable: "", say: ({ message }) => message };

/** What `request` says of a failure, in the language of the page. */
export function sentences(): RequestSentences {
  return current;
}

/** Sets them; done once by `RequestLanguage`. Kept here because a call is made outside of React, where no catalogue is at hand. */
export function setSentences(next: RequestSentences): void {
  current = next;
}
