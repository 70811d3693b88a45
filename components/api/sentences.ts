type RequestSentences = {
  /** The portal could not be reached. */
  unreachable: string;
  /** It answered, but not in a way that can be understood. */
  unreadable: string;
};

let current: RequestSentences = { unreachable: "", unreadable: "" };

/** What `request` says of a failure that has no sentence of the server, in the language of the page. */
export function sentences(): RequestSentences {
  return current;
}

/** Sets them; done once by `RequestLanguage`. Kept here because a call is made outside of React, where no catalogue is at hand. */
export function setSentences(next: RequestSentences): void {
  current = next;
}
