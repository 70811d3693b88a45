/** One request to a service of somebody else, and its whole answer; which errors its client makes of it is a matter of the client. */
import { settings } from "#lib/config/settings.ts";

/** There was no answer: none came in time, or nothing listens there, or the connection broke off. */
export class NoAnswer extends Error {
  readonly cameTooLate: boolean;

  constructor(cameTooLate: boolean, cause: Error) {
    super(cameTooLate ? "There was no answer in time." : "There was no answer.", { cause });
    this.name = "NoAnswer";
    this.cameTooLate = cameTooLate;
  }

  /** What a person is told: who did not answer. */
  sentence(name: string): string {
    return this.cameTooLate ? `${name} did not answer in time.` : `${name} can not be reached.`;
  }
}

/** Sends a request, within the time limit of peers and following no redirect, since that could lead the credentials elsewhere. @throws NoAnswer */
export async function exchange(url: string, init: Omit<RequestInit, "signal" | "redirect">): Promise<{ status: number; text: string }> {
  try {
    const response = await fetch(url, { ...init, redirect: "manual", signal: AbortSignal.timeout(settings().PEER_TIMEOUT_MS) });
    return { status: response.status, text: await response.text() };
  } catch (error) {
    // Whatever keeps an answer from arriving is a TypeError or the DOMException of the time limit.
    if (error instanceof TypeError || error instanceof DOMException) throw new NoAnswer(error.name === "TimeoutError", error);
    throw error;
  }
}

/** The value that a text in JSON stands for; undefined for one that is none, which no shape takes. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
