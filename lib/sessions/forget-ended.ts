import { database } from "#lib/db/client.ts";

const DAY_MS = 24 * 60 * 60 * 1_000;

/** For this long an expired link still says that it has expired, instead of being unknown. */
const LINK_REMEMBERED_MS = 90 * DAY_MS;

/** The job of every night: forgets sessions whose browser has no cookie any more that could ask why they ended, and old links. */
export async function forgetEnded(now = new Date()): Promise<void> {
  const { prisma } = database();
  await prisma.session.deleteMany({ where: { expiresAt: { lt: new Date(now.getTime() - DAY_MS) } } });
  await prisma.oneTimeLink.deleteMany({ where: { expiresAt: { lt: new Date(now.getTime() - LINK_REMEMBERED_MS) } } });
}
