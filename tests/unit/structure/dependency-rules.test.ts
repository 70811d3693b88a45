/** The rules of who may import whom bite: a small product that breaks each of them is found out. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ROOT } from "./source-files.ts";

/** Files with what each imports, and the rule that forbids it; null: nothing does. */
const FILES: Record<string, [imports: string[], rule: string | null]> = {
  "lib/users/schemas.ts": [[], null],
  "lib/users/add-user.ts": [["./schemas.ts"], null],
  "lib/db/client.ts": [[], null],
  "lib/processes/start.ts": [["../simulators/mivb/start.ts", "../users/add-user.ts"], null],
  "lib/simulators/mivb/start.ts": [[], null],
  "app/page.tsx": [["../components/list.tsx", "../lib/users/add-user.ts", "react"], null],
  "components/list.tsx": [["../lib/users/schemas.ts", "react"], null],
  "tests/a.test.ts": [["../lib/simulators/mivb/start.ts", "../lib/processes/start.ts"], null],
  "lib/bad/page.ts": [["../../app/page.tsx"], "lib-knows-no-pages"],
  "lib/bad/component.ts": [["../../components/list.tsx"], "lib-knows-no-pages"],
  "lib/bad/react.ts": [["react"], "lib-knows-no-pages"],
  "lib/bad/next.ts": [["next/headers.js"], "lib-knows-no-pages"],
  "lib/bad/peer.ts": [["../simulators/mivb/start.ts"], "nobody-imports-simulators"],
  "lib/bad/process.ts": [["../processes/start.ts"], "nothing-needs-processes"],
  "lib/bad/test.ts": [["../../tests/a.test.ts"], "no-tests-in-the-product"],
  "lib/bad/nowhere.ts": [["./no-such-file.ts"], "resolvable"],
  "lib/bad/one.ts": [["./two.ts"], "no-circles"],
  // A circle is told once.
  "lib/bad/two.ts": [["./one.ts"], null],
  "lib/simulators/mivb/bad.ts": [["../../users/schemas.ts"], "simulators-stand-alone"],
  "components/bad-operation.tsx": [["../lib/users/add-user.ts"], "components-know-no-database"],
  "components/bad-database.tsx": [["../lib/db/client.ts"], "components-know-no-database"],
  "components/bad-page.tsx": [["../app/page.tsx"], "components-know-no-pages"],
  "app/bad-database.tsx": [["../lib/db/client.ts"], "settings-are-read-in-one-place"],
};

type Report = { summary: { violations: { from: string; rule: { name: string } }[] } };

let folder: string;
let broken: Map<string, string[]>;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "portal-structure-"));
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
  for (const [path, [imports]] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), `${imports.map((name, index) => `import * as part${index} from "${name}";`).join("\n")}\nexport const parts = [${imports.map((_, index) => `part${index}`).join()}];\n`);
  }
  const command = ["--config", join(ROOT, ".dependency-cruiser.mjs"), "--output-type", "json", "app", "components", "lib", "tests"];
  const output = execFileSync(join(ROOT, "node_modules/.bin/depcruise"), command, { cwd: folder, encoding: "utf8", maxBuffer: 64 * 1024 * 1024, env: { ...process.env, PATH: `${join(ROOT, "node_modules/.bin")}:${process.env["PATH"]}` } });
  const { violations } = (JSON.parse(output) as Report).summary;
  broken = new Map(Object.keys(FILES).map((path) => [path, violations.filter(({ from }) => from === path).map(({ rule }) => rule.name)]));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(Object.entries(FILES).filter(([, [, rule]]) => rule !== null))("%s is found out", (path, [, rule]) => {
  expect(broken.get(path)).toContain(rule);
});

test.each(Object.entries(FILES).filter(([, [, rule]]) => rule === null))("%s is as it should be", (path) => {
  expect(broken.get(path)).toEqual([]);
});
