import { useId } from "react";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { Input } from "#components/ui/input.tsx";

/** What stands for a token that is not known here any more. */
const MASKED = "••••••••••••••••";

type ShownKeyProps = { label: string; /** Null for one that is not shown any more. */ value: string | null; copyLabel: string; hint?: string };

/** A value to be copied into the directory's own portal (SCIM-06). */
export function ShownKey({ label, value, copyLabel, hint }: ShownKeyProps) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="mb-1 block text-sm font-semibold">
        {label}
      </label>
      <Input
        id={id}
        readOnly
        value={value ?? MASKED}
        spellCheck={false}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onFocus={(event) => event.target.select()}
        trailing={value !== null && <CopyButton value={value} label={copyLabel} />}
      />
      {hint && (
        <p id={`${id}-hint`} className="mt-1 text-sm text-fg-3">
          {hint}
        </p>
      )}
    </div>
  );
}
