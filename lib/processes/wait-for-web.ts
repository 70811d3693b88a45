const POLL_MS = 25;
const PATIENCE_MS = 60_000;

/**
 * Waits until an address answers with success.
 * @throws Error when it does not within a minute
 */
export async function waitForWeb(address: string): Promise<void> {
  const until = Date.now() + PATIENCE_MS;
  while (Date.now() < until) {
    const answered = await fetch(address).then(
      (response) => response.ok,
      () => false,
    );
    if (answered) return;
    await new Promise((done) => setTimeout(done, POLL_MS));
  }
  throw new Error(`The portal did not answer at ${address} within a minute.`);
}
