import { newIdempotencyKey } from "./request.ts";

/** Asks for a file by POST, where what it is to hold does not fit into an address, and saves it under the name it comes with. Gives whether that worked. */
export async function download(path: string, body: unknown): Promise<boolean> {
  try {
    const headers = { "Content-Type": "application/json", "Idempotency-Key": newIdempotencyKey() };
    const response = await fetch(`/api/v1${path}`, { method: "POST", headers, body: JSON.stringify(body), credentials: "same-origin", cache: "no-store" });
    if (!response.ok) return false;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(await response.blob());
    link.download = fileNameIn(response.headers.get("content-disposition") ?? "");
    link.click();
    // The browser has taken the file by the time it is idle again.
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    return true;
  } catch {
    return false;
  }
}

/** The file name of a Content-Disposition header in its form for all alphabets (RFC 6266). */
function fileNameIn(disposition: string): string {
  const encoded = /filename\*=UTF-8''([^;]+)/.exec(disposition)?.[1];
  return encoded ? decodeURIComponent(encoded) : "";
}
