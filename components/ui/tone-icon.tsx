import Check from "lucide-react/icons/check";
import CircleAlert from "lucide-react/icons/circle-alert";
import CircleCheck from "lucide-react/icons/circle-check";
import Info from "lucide-react/icons/info";
import Minus from "lucide-react/icons/minus";
import TriangleAlert from "lucide-react/icons/triangle-alert";
import X from "lucide-react/icons/x";
import type { Tone } from "./tones.ts";

const SMALL = { good: Check, warn: TriangleAlert, bad: X, neutral: Minus, accent: Info };
const LARGE = { good: CircleCheck, warn: TriangleAlert, bad: CircleAlert, neutral: Info, accent: Info };

/** The icon that stands for a tone where no better one is given: `small` within a pill, else beside a message. */
export function ToneIcon({ tone, small, className }: { tone: Tone; small?: boolean; className?: string }) {
  const Icon = (small ? SMALL : LARGE)[tone];
  return <Icon aria-hidden className={className} />;
}
