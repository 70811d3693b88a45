/** How long `npm start` takes until the portal answers, install and build apart. */
import { atMost, shown } from "./findings.ts";
import type { Finding } from "./findings.ts";
import type { Stage } from "./stage.ts";

const FIRST_START_S = 3;

/** The starts themselves were made, and timed, when the stage was set. */
export async function measureStarting({ startMs }: Stage): Promise<Finding[]> {
  return [
    atMost(FIRST_START_S, { name: "first start, with database and peers made anew", value: startMs.first / 1000, unit: "s" }),
    shown({ name: "second start", value: startMs.second / 1000, unit: "s" }),
  ];
}
