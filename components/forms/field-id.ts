/** The id of the control that holds a field: where its label and the error summary point. */
export function fieldId(formId: string, name: string): string {
  return `${formId}-${name.replaceAll(".", "-")}`;
}
