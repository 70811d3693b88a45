/** What stands around every page of an application. */
import { type Answer, page } from "../kit/answers.ts";
import { renderPage } from "../kit/console.ts";
import { type Html, html } from "../kit/html.ts";
import type { Visitor } from "./portal.ts";

/** A page of an application for somebody who may be there; `problem` says what could not be done. */
export function applicationPage(title: string, visitor: Visitor, content: Html, problem?: string): Answer {
  return page(
    problem === undefined ? 200 : 409,
    renderPage(
      title,
      html`<main><header><div><h1>${title}</h1><p>${visitor.name}, ${visitor.account.name}</p></div></header>
${problem !== undefined && html`<p class="bad" role="alert">${problem}</p>`}
${content}</main>`,
    ),
  );
}
