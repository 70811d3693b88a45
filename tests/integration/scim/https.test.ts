/** A portal that is reached without HTTPS gives no keys away. */
import { expect, test } from "vitest";
import { database } from "#lib/db/client.ts";
import { addTo, entryIn } from "#tests/builders/integrations.ts";
import { anAccount, aPartner } from "#tests/builders/people.ts";
import { newKeys } from "#tests/builders/scim.ts";

// Read at the first use.
process.env["ADMIN_API_URL"] = "http://admin.api.example";

test("SCIM-12 where others could read the token on its way, none is made", async () => {
  const partner = await aPartner();
  const { id } = await anAccount(partner);
  await addTo(partner, id, "azure_ad_sync");
  await expect(newKeys(partner, id)).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("HTTPS") });
  expect(await database().prisma.scimConnection.count({ where: { accountId: id } })).toBe(0);
  expect(await entryIn(partner, id, "azure_ad_sync")).toMatchObject({ status: "incomplete" });
});
