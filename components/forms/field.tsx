import Lock from "lucide-react/icons/lock";
import CircleAlert from "lucide-react/icons/circle-alert";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { focusControl } from "./focus-control.ts";

/** What every field takes, whatever its control. */
export type FieldProps = {
  /** Where its value is in the form, dotted: `supportContacts.0.email`. */
  name: string;
  label: string;
  hint?: ReactNode;
  required?: boolean;
  disabled?: boolean;
  /** The field is kept by another system and can only be read here: who keeps it, with a link to the place. */
  ownedBy?: ReactNode;
  className?: string;
};

/** What ties a control to its label, hint and message. */
type ControlAria = {
  id: string;
  "aria-required": boolean | undefined;
  "aria-invalid": boolean | undefined;
  "aria-describedby": string | undefined;
};

type FieldFrameProps = Omit<FieldProps, "name" | "disabled"> & {
  id: string;
  error?: string;
  /**
   * `for`: the label points to a native control. `labelledby`: the control names the label by its id (`<id>-label`), as a
   * group or a select does. `beside`: the label stands after a box or before a switch.
   */
  labelling?: "for" | "labelledby" | "beside";
  children: (aria: ControlAria) => ReactNode;
};

/** Label above, control, then one line: the hint, or the message that replaces it. */
export function Field({ id, label, hint, error, required, ownedBy, labelling = "for", className, children }: FieldFrameProps) {
  const note = error ? "error" : ownedBy ? "owner" : hint ? "hint" : null;
  const noteId = note ? `${id}-${note}` : undefined;
  const control = children({
    id,
    "aria-required": required || undefined,
    "aria-invalid": error ? true : undefined,
    "aria-describedby": noteId,
  });
  return (
    <div className={classNames("flex min-w-0 flex-col gap-1", className)}>
      {labelling === "beside" ? (
        <div className="flex items-start gap-1 text-sm">
          <label className="flex min-w-0 cursor-pointer items-start gap-2 has-disabled:cursor-not-allowed">
            {control}
            <span className="py-0.5 font-medium">{label}</span>
          </label>
          {required && <RequiredMark className="py-0.5" />}
        </div>
      ) : (
        <>
          <div className="flex flex-wrap gap-x-1 text-sm">
            {labelling === "for" ? (
              <label htmlFor={id} className="font-semibold">
                {label}
              </label>
            ) : (
              <span id={labelId(id)} className="font-semibold" onClick={() => focusControl(document.getElementById(id))}>
                {label}
              </span>
            )}
            {required && <RequiredMark />}
          </div>
          {control}
        </>
      )}
      <Note id={noteId} kind={note}>
        {error ?? ownedBy ?? hint}
      </Note>
    </div>
  );
}

/** The id of the label of a field whose control is named by it. */
export function labelId(id: string): string {
  return `${id}-label`;
}

/** For the eye only, and outside of the label: a screen reader learns it from `aria-required`. */
function RequiredMark({ className }: { className?: string }) {
  const t = useTranslations("ui.form");
  return (
    <span aria-hidden className={classNames("text-fg-3", className)}>
      {t("required")}
    </span>
  );
}

function Note({ id, kind, children }: { id: string | undefined; kind: "error" | "owner" | "hint" | null; children: ReactNode }) {
  if (!kind) return null;
  const Icon = { error: CircleAlert, owner: Lock, hint: null }[kind];
  return (
    <p id={id} className={classNames("flex items-start gap-1.5 text-xs", kind === "error" ? "font-medium text-bad" : "text-fg-3")}>
      {Icon && <Icon aria-hidden className="mt-px size-3.5 shrink-0" />}
      <span className="min-w-0">{children}</span>
    </p>
  );
}
