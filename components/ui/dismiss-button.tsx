import X from "lucide-react/icons/x";
import { buttonClasses } from "./button.tsx";
import { classNames } from "./class-names.ts";

/** The cross that takes a message away. */
export function DismissButton({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <button type="button" aria-label={label} onClick={onClick} className={classNames(buttonClasses("inverse", "icon"), "size-6 shrink-0")}>
      <X aria-hidden />
    </button>
  );
}
