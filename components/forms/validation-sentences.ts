import type { useTranslations } from "next-intl";

type Translate = ReturnType<typeof useTranslations<"ui.validation">>;

/** The part of an issue of zod that decides its sentence. */
type Issue = { code: string; input?: unknown; origin?: unknown; format?: unknown; minimum?: unknown; maximum?: unknown; exact?: unknown };

/** Sentences for the faults that a schema does not word itself; a message written in the schema goes first. */
export function validationSentences(t: Translate): (issue: Issue) => string {
  return (issue) => {
    if (isEmpty(issue.input)) return t("missing");
    switch (issue.code) {
      case "too_small":
        return t(`tooSmall.${measure(issue.origin)}`, { limit: Number(issue.minimum) });
      case "too_big":
        return t(`tooBig.${measure(issue.origin)}`, { limit: Number(issue.maximum) });
      case "invalid_format":
        return issue.format === "email" || issue.format === "url" ? t(`format.${issue.format}`) : t("format.other");
      case "invalid_type":
        return issue.input === undefined ? t("missing") : t("wrong");
      case "invalid_value":
        return t("choose");
      default:
        return t("wrong");
    }
  };
}

function isEmpty(input: unknown): boolean {
  return input === undefined || input === null || (typeof input === "string" && input.trim() === "");
}

function measure(origin: unknown): "text" | "list" | "number" {
  if (origin === "string") return "text";
  return origin === "array" || origin === "set" ? "list" : "number";
}
