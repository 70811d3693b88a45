/** Sentences of a plan, one a line: why it can not be applied, or what has moved. */
export function Reasons({ reasons }: { reasons: readonly string[] }) {
  if (reasons.length === 0) return null;
  return (
    <ul className="mt-1 flex list-disc flex-col gap-0.5 ps-5">
      {reasons.map((reason) => (
        <li key={reason}>{reason}</li>
      ))}
    </ul>
  );
}
