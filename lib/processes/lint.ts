/** `npm run lint`: linter, types, structure and dead code; shows all findings of all of them. */
import { run } from "./web-build.ts";

const CHECKS: [command: string, args: string[]][] = [
  ["oxlint", ["--deny-warnings"]],
  ["tsc", ["--noEmit", "-p", "."]],
  ["depcruise", ["--config", ".dependency-cruiser.mjs", "--output-type", "err", "app", "components", "lib", "tests"]],
  ["knip", []],
];

let failed = 0;
for (const [command, args] of CHECKS) {
  await run(command, args).catch((error: Error) => {
    failed += 1;
    console.error(error.message);
  });
}
if (failed > 0) process.exit(1);
console.log("Lint: nothing found.");
