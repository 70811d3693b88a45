import { z } from "zod";
import { connectElement } from "#lib/network-elements/connect.ts";
import { operation } from "#lib/operations/operation.ts";
import { readServices } from "#lib/plans/stored-services.ts";
import { PeerError } from "#lib/provisioning/adapters/adapter.ts";
import { usageOf } from "#lib/provisioning/number-usage.ts";
import { NumbersView } from "./schemas.ts";

/** How many numbers are told one by one. */
const MOST = 50;

/**
 * The directory numbers of the account's MiVoice Business, read from it now: its ranges, what of them is used and free, and who
 * has which (SVC-06). Numbers that the portal has promised to a user count as used.
 */
export const findNumbers = operation({
  name: "mivoice-business.find-numbers",
  summary: "The directory numbers of the account's MiVoice Business, used and free",
  permission: [{ feature: "mivoice_business", action: "view" }],
  integration: { key: "mivoice_business", feature: "administration" },
  scope: "account",
  kind: "read",
  input: z.object({ search: z.string().trim().max(20).default("") }),
  output: NumbersView,
  http: { method: "GET", path: "/accounts/{accountId}/mivoice-business/numbers" },
  async run({ account, db }, { search }) {
    const element = await db.networkElement.findUnique({ where: { accountId_kind: { accountId: account.id, kind: "mivb" } } });
    if (!element) return { system: null, problem: "", ranges: [], outside: 0, free: [], used: [], usedCount: 0 };
    try {
      const pbx = connectElement<"mivb">(element);
      const [info, inUse, services] = await Promise.all([pbx.info(), pbx.listNumbersInUse(), readServices(db, account.id)]);
      const promised = services.flatMap(({ resource }) => (resource.kind === "mivb.phone" ? [{ number: resource.key, usedBy: resource.attributes.loginId }] : []));
      const holders = new Map([...promised, ...inUse].map(({ number, usedBy }) => [number, usedBy]));
      const used = [...holders].filter(([number, usedBy]) => number.includes(search) || usedBy.toLowerCase().includes(search.toLowerCase())).toSorted(([one], [other]) => one.length - other.length || one.localeCompare(other));
      const usage = usageOf(info.numberRanges, new Set(holders.keys()), search, MOST);
      return { system: element.name, problem: "", ...usage, used: used.slice(0, MOST).map(([number, usedBy]) => ({ number, usedBy })), usedCount: used.length };
    } catch (error) {
      if (!(error instanceof PeerError)) throw error;
      return { system: element.name, problem: error.message, ranges: [], outside: 0, free: [], used: [], usedCount: 0 };
    }
  },
});
