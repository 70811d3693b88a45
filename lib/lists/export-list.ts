/** Lists as files: the rows that a list shows for the same search, filters and order, with the columns of the screen (pains 47). */
import { z } from "zod";
import { localeFor } from "#lib/messages/languages.ts";
import { wordsBelow, wordsOf } from "#lib/messages/words.ts";
import type { Words } from "#lib/messages/words.ts";
import { operation } from "#lib/operations/operation.ts";
import type { Declaration, FileAnswer, OperationContext } from "#lib/operations/operation.ts";
import { spreadsheetFile } from "#lib/spreadsheets/spreadsheet-file.ts";
import { findAll } from "./find-page.ts";
import type { ListRequest } from "./find-page.ts";
import { ListFileChoice } from "./schemas.ts";
import { zonedTime } from "./zoned-time.ts";

type Scope = "account" | "partner";

/** How values are written: a moment in the zone of the file, named (pains 49), and words of the list's part of the catalogue. */
export type Writing = { time: (iso: string) => string; words: Words; locale: string };

/** The columns of a file by the ids they have on the screen, in the order of the screen; nothing is an empty cell. */
export type FileColumns<View> = Record<string, (view: View, writing: Writing) => string | number | null | undefined>;

/** What a list asks for less the place of a page. */
type Asked<Input extends z.ZodType> = Omit<z.output<Input>, "size" | "after" | "before">;

export type ListFile<Input extends z.ZodType, Row extends object, View> = {
  /** Of the operation. */
  name: string;
  summary: string;
  /** The part of the catalogue that has the words of the list. */
  messages: string;
  /** Where in that part the name of the list stands, and the headers by the ids of the columns. */
  title?: string;
  headers?: string;
  columns: FileColumns<View>;
  /** The ids of the columns that stand there when none are chosen; by default all. */
  usual?: readonly string[];
  /** The rows that the list shows; may refuse. */
  request(context: OperationContext<Scope>, asked: Asked<Input>): ListRequest | Promise<ListRequest>;
  toView(row: Row): View;
};

/**
 * The operation that gives a list as a csv, xlsx or JSON lines file, under the permission and with the search, the filters and the order
 * of the operation that lists it, at its address with "/export" behind. The file goes out while its rows are read.
 */
export function exportOf<Input extends z.ZodObject, Row extends object, View>(
  list: Declaration<"account", Input, z.ZodType> | Declaration<"partner", Input, z.ZodType>,
  file: ListFile<Input, Row, View>,
): Declaration<Scope, z.ZodType<Asked<Input> & ListFileChoice>, z.ZodType<FileAnswer>> {
  const { permission, partOf, unrestricted, scope, http } = list;
  const input: z.ZodObject = list.input;
  return operation<Scope, z.ZodType<Asked<Input> & ListFileChoice>, z.ZodType<FileAnswer>>({
    name: file.name,
    summary: file.summary,
    permission,
    ...(partOf && { partOf }),
    ...(unrestricted && { unrestricted }),
    scope,
    kind: "read",
    input: input.omit({ size: true, after: true, before: true }).extend(ListFileChoice.shape) as unknown as z.ZodType<Asked<Input> & ListFileChoice>,
    output: z.custom<FileAnswer>(),
    http: http && { method: "GET", path: `${http.path}/export` },
    run: (context, asked) => writeListFile(context, asked, file),
  });
}

/** Writes the file of a list while its rows are read: the columns of the screen, or as JSON lines all that a row has. */
export async function writeListFile<Input extends z.ZodType, Row extends object, View>(context: OperationContext<Scope>, asked: Asked<Input> & ListFileChoice, file: ListFile<Input, Row, View>): Promise<FileAnswer> {
  const { actor, account, db, now } = context;
  const { title = "title", headers = "columns" } = file;
  const locale = localeFor({ own: actor.ownLanguage, account: actor.language });
  const all = await wordsOf(locale);
  const writing = { time: zonedTime(asked.timeZone ?? account.timeZone), words: wordsBelow(all, file.messages), locale };
  const columns = chosenColumns(file, asked.columns);
  const request = await file.request(context, asked);
  const views = async function* () {
    for await (const row of findAll<Row>(db, request)) yield file.toView(row);
  };
  const rows = async function* () {
    for await (const view of views()) yield columns.map(({ cell }) => String(cell(view, writing) ?? ""));
  };
  const sheet = writing.words(title)!;
  const name = all("table.export.fileName", { list: sheet, account: account.name, date: writing.time(now.toISOString()).slice(0, 10) })!;
  if (asked.format === "jsonl") return { fileName: `${name}.jsonl`, contentType: "application/jsonl; charset=utf-8", body: jsonLines(views()) };
  // The screen writes its headers in capitals.
  return spreadsheetFile(asked.format, { name, sheet }, columns.map(({ id }) => ({ header: writing.words(`${headers}.${id}`)!.toLocaleUpperCase(locale) })), rows());
}

/** One row a line, as the REST door gives it. Lines go out in pieces, as each piece costs the network the same. */
async function* jsonLines(views: AsyncIterable<unknown>): AsyncGenerator<string> {
  let piece = "";
  for await (const view of views) {
    piece += `${JSON.stringify(view)}\n`;
    if (piece.length < JSON_PIECE) continue;
    yield piece;
    piece = "";
  }
  if (piece) yield piece;
}

const JSON_PIECE = 64 * 1024;

function chosenColumns<View>({ columns, usual = Object.keys(columns) }: { columns: FileColumns<View>; usual?: readonly string[] }, chosen: string | undefined) {
  const known = (chosen?.split(",") ?? []).filter((id) => Object.hasOwn(columns, id));
  return (known.length > 0 ? known : usual).map((id) => ({ id, cell: columns[id]! }));
}

/** "2026-11-02 14:05:09 +01:00 (Mara Lindqvist)": the cell of the columns "Modified on (by)". */
export function modifiedOn({ modifiedAt, modifiedBy }: { modifiedAt: string; modifiedBy: string }, { time }: Writing): string {
  return modifiedBy ? `${time(modifiedAt)} (${modifiedBy})` : time(modifiedAt);
}
