import { expect, test } from "vitest";
import { aDesk, previewOf, upload, usersOf, problemsIn, notificationsOf } from "./imports.ts";

test("smoke", async () => {
  const desk = await aDesk();
  const seen = await previewOf(desk, [{ firstName: "Ada", lastName: "Brandt", email: "Ada@x.example" }, { email: "b@x.example" }, { name: "C", email: "ada@X.example", role: "manager" }, { name: "Ok", email: "ok@x.example", role: "account admin" }]);
  console.log(JSON.stringify(seen, null, 1), problemsIn(seen.items));
  const after = await upload(desk, seen.import.id);
  console.log(after.import, await usersOf(desk));
  const p = desk.resolved.actor; console.log(p.kind === "person" && await notificationsOf(p.userId));
});
