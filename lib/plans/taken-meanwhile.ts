/** Said of a plan whose users or numbers another plan took between its reading of the systems and its start. */
export const TAKEN_MEANWHILE = "Another plan for some of these users or numbers was applied meanwhile.";

/** Whether an error is that of a unique key: those on runs and numbers decide which of two plans comes first. */
export function isTaken(error: unknown): boolean {
  const { code, meta } = error as { code?: string; meta?: { driverAdapterError?: { cause?: { originalCode?: string } }; code?: string } };
  return code === "P2002" || meta?.code === "23505" || meta?.driverAdapterError?.cause?.originalCode === "23505";
}
