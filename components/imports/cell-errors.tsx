import type { CellError } from "#lib/imports/schemas.ts";

/** What is wrong with a cell, below it. */
export function CellErrors({ id, errors }: { id: string; errors: readonly CellError[] }) {
  if (errors.length === 0) return null;
  return (
    <span id={id} className="block px-1.5 pt-0.5 pb-1 text-xs leading-4 text-bad">
      {errors.map(({ code, message }) => (
        <span key={code} className="block">
          {message}
        </span>
      ))}
    </span>
  );
}
