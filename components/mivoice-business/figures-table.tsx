type FiguresTableProps = { caption: string; columns: readonly string[]; rows: readonly (readonly string[])[] };

/** A plain table whose first column names the row. */
export function FiguresTable({ caption, columns, rows }: FiguresTableProps) {
  return (
    <div role="region" aria-label={caption} tabIndex={0} className="overflow-x-auto">
      <table className="w-full text-sm tabular-nums">
        <caption className="sr-only">{caption}</caption>
        <thead className="bg-surface-2 text-xs text-fg-3">
          <tr>{columns.map((column) => <th key={column} scope="col" className="px-4 py-2 text-start font-medium">{column}</th>)}</tr>
        </thead>
        <tbody>
          {rows.map(([name, ...values]) => (
            <tr key={name} className="border-t border-line">
              <th scope="row" className="px-4 py-2.5 text-start font-medium">{name}</th>
              {values.map((value, index) => <td key={columns[index + 1]} className="px-4 py-2.5 text-fg-2">{value}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
