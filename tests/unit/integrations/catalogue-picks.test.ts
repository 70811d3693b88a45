import { expect, test } from "vitest";
import { isAdded, NOTHING_PICKED, pick, putDown, toAdd } from "#components/integrations/catalogue-picks.ts";
import { cardsOf } from "#lib/integrations/panel.ts";
import type { IntegrationKey } from "#lib/integrations/schemas.ts";

const cards = (...added: IntegrationKey[]) => cardsOf([]).map((card) => ({ ...card, added: added.includes(card.key) }));
const card = (key: IntegrationKey, ...added: IntegrationKey[]) => cards(...added).find((each) => each.key === key)!;

test("INTEG-21 INTEG-23 what is picked is to be added, with its features; what is put down is not, and what the account has is to go", () => {
  const picked = pick(card("mivoice_business"), NOTHING_PICKED);
  expect(toAdd(cards(), picked)).toEqual([{ key: "mivoice_business", features: { administration: false } }]);
  expect(putDown(card("mivoice_business"), picked)).toEqual(NOTHING_PICKED);
  const going = putDown(card("micc", "micc"), NOTHING_PICKED);
  expect([[...going.remove], isAdded(card("micc", "micc"), going)]).toEqual([["micc"], false]);
  expect(pick(card("micc", "micc"), going)).toEqual(NOTHING_PICKED);
});

test("what somebody else has added meanwhile is not added again, and putting it down takes nothing from the account", () => {
  const picked = pick(card("zoom"), pick(card("micc"), NOTHING_PICKED));
  expect(toAdd(cards("micc"), picked).map(({ key }) => key)).toEqual(["zoom"]);
  const down = putDown(card("micc", "micc"), picked);
  expect([[...down.add.keys()], down.remove.size, isAdded(card("micc", "micc"), down)]).toEqual([["zoom"], 0, true]);
});
