/** The web process: Next's own command line, ended with the process that started it, so that nothing is left on its port. */
import { createRequire } from "node:module";

// Next ends in good order when it is asked to, and knows nothing of who started it.
process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));

createRequire(import.meta.url)("next/dist/bin/next");
