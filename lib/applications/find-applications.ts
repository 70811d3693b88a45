import { z } from "zod";
import { definitionOf } from "#lib/integrations/registry.ts";
import { operation } from "#lib/operations/operation.ts";
import { usableBy } from "./access.ts";
import { ApplicationList } from "./schemas.ts";

/** What the Application Launcher lists: the applications that the person may use at this moment (WFS-14, WFS-18). */
export const findOwnApplications = operation({
  name: "me.find-applications",
  summary: "The applications that you can open",
  permission: [],
  scope: "self",
  kind: "read",
  input: z.object({}),
  output: ApplicationList,
  http: { method: "GET", path: "/me/applications" },
  async run({ actor, db }) {
    const keys = await usableBy(db, actor);
    return { items: keys.map((key) => ({ key, name: definitionOf(key).name, icon: definitionOf(key).icon })) };
  },
});
