/** The frame of the console's pages. */
import { page } from "../kit/answers.ts";
import type { Answer } from "../kit/answers.ts";
import { renderPage } from "../kit/console.ts";
import { html, type Html, type HtmlValue } from "../kit/html.ts";
import { APPLICATION } from "./demo.ts";

const PAGES = [
  { path: "/", title: "Overview" },
  { path: "/users", title: "Users and groups" },
  { path: "/provisioning", title: "Provisioning" },
  { path: "/mappings", title: "Mappings" },
] as const;

/** A page of the application, e.g. "Mitel CloudLink | Provisioning". */
export function applicationPage(path: (typeof PAGES)[number]["path"], title: string, content: HtmlValue, status = 200): Answer {
  return page(
    status,
    renderPage(
      `${title} - ${APPLICATION}`,
      html`<main>
<header><div><h1>${APPLICATION} | ${title}</h1><p>Enterprise Application</p></div></header>
<nav aria-label="Manage">${PAGES.map((each) => html`<a href="${each.path}" ${each.path === path && html`aria-current="page"`}>${each.title}</a>`)}</nav>
${content}
</main>`,
    ),
  );
}

/** A table with a caption that a keyboard can scroll; the last column holds what is long. */
export function table(caption: string, columns: string[], rows: HtmlValue[][], empty: string): Html {
  const body = rows.map((cells) => html`<tr>${cells.map((cell, index) => html`<td ${index === cells.length - 1 && html`class="long"`}>${cell}</td>`)}</tr>`);
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table>
<caption>${caption}</caption>
<thead><tr>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
<tbody>${body.length > 0 ? body : html`<tr><td colspan="${columns.length}">${empty}</td></tr>`}</tbody>
</table></div>`;
}

/** A form that is one button. `named` says it in full for those who do not see the row. */
export function buttonForm(action: string, label: string, named?: string): Html {
  return html`<form method="post" action="${action}" class="inline"><button ${named !== undefined && html`aria-label="${named}"`}>${label}</button></form>`;
}
