import pg from "pg";

/** A statement as it was sent to the database. */
export type Sent = { text: string; values: unknown[] };

/** The statements that this process sends to the database while `work` runs. */
export async function queriesOf(work: () => Promise<unknown>): Promise<Sent[]> {
  const original = pg.Client.prototype.query;
  const sent: Sent[] = [];
  pg.Client.prototype.query = function noted(this: pg.Client, ...given: unknown[]) {
    const [query, values] = given as [string | Partial<Sent>, unknown[] | undefined];
    sent.push(typeof query === "string" ? { text: query, values: values ?? [] } : { text: query.text ?? "", values: query.values ?? values ?? [] });
    return Reflect.apply(original, this, given);
  } as typeof original;
  try {
    await work();
  } finally {
    pg.Client.prototype.query = original;
  }
  return sent;
}

/** Counts them. */
export async function countQueries(work: () => Promise<unknown>): Promise<number> {
  return (await queriesOf(work)).length;
}
