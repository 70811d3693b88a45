import { expect, test } from "vitest";
import { choices, contactsIn, withContacts } from "#components/accounts/contact-list.ts";

const contact = (email: string, name = "") => ({ email, name });

test("a typed address is a contact in lower case, whatever stands around it", () => {
  expect(contactsIn(" Help@Partner.example ")).toEqual({ contacts: [contact("help@partner.example")], rest: [] });
});

test("of a pasted list every address is taken and the rest is left to be corrected", () => {
  expect(contactsIn("a@x.example; b@x.example,\n c@x, d@x.example e")).toEqual({
    contacts: [contact("a@x.example"), contact("b@x.example"), contact("d@x.example")],
    rest: ["c@x", "e"],
  });
  expect(contactsIn("  ")).toEqual({ contacts: [], rest: [] });
});

test("nobody is in the list twice", () => {
  const list = [contact("a@x.example", "Ada")];
  expect(withContacts(list, [contact("a@x.example"), contact("b@x.example"), contact("b@x.example")])).toEqual([...list, contact("b@x.example")]);
});

test("offers known people who are not chosen yet, and the typed address itself when it is one", () => {
  const found = [contact("mara@x.example", "Mara"), contact("max@x.example", "Max")];
  expect(choices("ma", found, [])).toEqual(found);
  expect(choices("ma", found, [found[0]!])).toEqual([found[1]]);
  expect(choices("new@x.example", [], [])).toEqual([contact("new@x.example")]);
  expect(choices("max@x.example", found, [])).toEqual(found);
  expect(choices("a@x.example b@x.example", [], [])).toEqual([]);
});
