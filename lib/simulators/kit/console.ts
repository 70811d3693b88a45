/** The console of a peer: one page that lists what it holds, with counts and search, and switches an outage on and off. */
import type { Collection, Page } from "./collection.ts";
import type { FaultState } from "./faults.ts";
import { html, type Html, type HtmlValue } from "./html.ts";

const ROWS_PER_PAGE = 50;

export type Section = {
  id: string;
  title: string;
  columns: string[];
  count(search?: string): number;
  page(options: { after?: string; search?: string }): Page<HtmlValue[]>;
};

type ConsoleView = { title: string; name: string; release: string; sections: Section[]; panel?: () => Html; faults: FaultState };

/** A section of the console over a collection; `columns` gives each heading and the cell below it. */
export function sectionOf<Row>(
  id: string,
  title: string,
  collection: Collection<Row>,
  columns: Record<string, (row: Row) => HtmlValue>,
): Section {
  const cells = Object.values(columns);
  return {
    id,
    title,
    columns: Object.keys(columns),
    count: (search) => collection.count(search),
    page(options) {
      const { items, next } = collection.page({ ...options, limit: ROWS_PER_PAGE });
      return { items: items.map((row) => cells.map((cell) => cell(row))), next };
    },
  };
}

/** A whole page of a peer in the shared look. */
export function renderPage(title: string, content: Html): Html {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/_style.css">
</head>
<body>${content}</body>
</html>`;
}

function describeFaults(faults: FaultState): string {
  const active = [
    faults.outage && "outage",
    faults.latencyMs > 0 && `${faults.latencyMs} ms latency`,
    faults.errorRate > 0 && `errors on ${Math.round(faults.errorRate * 100)} % of requests`,
    faults.dropAfterCommit && `answers of writes lost (${faults.dropAfterCommit === true ? "all" : faults.dropAfterCommit})`,
    faults.failNext.length > 0 && `${faults.failNext.length} scripted failures`,
  ].filter(Boolean);
  return active.length > 0 ? `Faults: ${active.join(", ")}.` : "No faults set.";
}

function renderFaults(faults: FaultState): Html {
  return html`<form method="post" action="/_outage">
<span class="${faults.outage ? "bad" : "good"}">${faults.outage ? "Outage: requests get no answer." : "Answering requests."}</span>
<input type="hidden" name="outage" value="${faults.outage ? "off" : "on"}">
<button>${faults.outage ? "End the outage" : "Start an outage"}</button>
</form>`;
}

function listAddress(id: string, search: string, after?: string): string {
  const query = new URLSearchParams({ list: id, ...(search && { search }), ...(after && { after }) });
  return `/?${query}`;
}

function renderTable(section: Section, search: string, after: string): Html {
  const { items, next } = section.page({ after, search });
  const rows = items.map((cells) => html`<tr>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`);
  const empty = search ? `Nothing matches "${search}".` : "Nothing here yet.";
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${section.title}"><table>
<caption>${section.title}: ${section.count(search)}${search && ` matching "${search}"`}</caption>
<thead><tr>${section.columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
<tbody>${rows.length > 0 ? rows : html`<tr><td colspan="${section.columns.length}">${empty}</td></tr>`}</tbody>
</table></div>
${next !== null && html`<p><a href="${listAddress(section.id, search, next)}">Next ${ROWS_PER_PAGE}</a></p>`}`;
}

/** The console page. `query` holds `list` (a section), `search` and `after` (a key to go on from). */
export function renderConsole(view: ConsoleView, query: URLSearchParams): Html {
  const current = view.sections.find(({ id }) => id === query.get("list")) ?? view.sections[0];
  const search = query.get("search") ?? "";
  return renderPage(
    `${view.title} ${view.name}`,
    html`<main>
<header>
<div><h1>${view.title}</h1><p>${view.name}, release ${view.release}. ${describeFaults(view.faults)}</p></div>
${renderFaults(view.faults)}
</header>
${view.panel?.()}
<nav aria-label="Lists">${view.sections.map(
      (section) =>
        html`<a href="${listAddress(section.id, "")}" ${section === current && html`aria-current="page"`}>${section.title} (${section.count()})</a>`,
    )}</nav>
${current && html`<form method="get" action="/" role="search">
<input type="hidden" name="list" value="${current.id}">
<label for="search">Search</label><input id="search" name="search" type="search" value="${search}">
<button>Search</button>
</form>
${renderTable(current, search, query.get("after") ?? "")}`}
</main>`,
  );
}
