import type { ReactElement } from "react";
import { Time } from "./time.tsx";

/** A moment for a tag of a message, such as `Checked <time></time>`. */
export function timeTag(value: Date | string): () => ReactElement {
  return () => <Time value={value} />;
}
