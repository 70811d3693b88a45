import LoaderCircle from "lucide-react/icons/loader-circle";
import { classNames } from "./class-names.ts";

/** A turning mark; what it stands for must be said in words beside it. */
export function Spinner({ className }: { className?: string }) {
  return <LoaderCircle aria-hidden className={classNames("size-4 shrink-0 animate-spin", className)} />;
}
