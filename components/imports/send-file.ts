import type { RequestError, Result } from "#components/api/request.ts";
import { sentences } from "#components/api/sentences.ts";

/**
 * Sends a file through the REST door, as `request` sends everything else, and says meanwhile how much of it has gone (0 to 1).
 * Never throws: a failure comes back with a sentence for a person.
 */
export function sendFile<Output>(path: string, file: File, onProgress: (share: number) => void): Promise<Result<Output>> {
  return new Promise((resolve) => {
    // Not fetch, which does not tell how much has been sent.
    const sending = new XMLHttpRequest();
    sending.open("POST", `/api/v1${path}`);
    sending.responseType = "json";
    sending.setRequestHeader("Accept", "application/json");
    sending.setRequestHeader("Content-Type", "application/octet-stream");
    sending.upload.addEventListener("progress", ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0));
    sending.addEventListener("load", () => {
      if (sending.status === 401) location.assign(`/login?next=${encodeURIComponent(location.pathname + location.search)}`);
      const answer: unknown = sending.response;
      if (sending.status < 300 && answer !== null) resolve({ ok: true, data: answer as Output });
      else resolve({ ok: false, error: errorIn(answer) ?? failed(sentences().unreadable) });
    });
    sending.addEventListener("error", () => resolve({ ok: false, error: failed(sentences().unreachable) }));
    sending.send(file);
  });
}

function errorIn(answer: unknown): RequestError | null {
  return typeof answer === "object" && answer !== null && "error" in answer ? (answer.error as RequestError) : null;
}

function failed(message: string): RequestError {
  return { code: "internal", message, fields: [], requestId: "" };
}
