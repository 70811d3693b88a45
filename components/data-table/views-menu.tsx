"use client";

import Bookmark from "lucide-react/icons/bookmark";
import Check from "lucide-react/icons/check";
import Trash2 from "lucide-react/icons/trash-2";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Input } from "#components/ui/input.tsx";
import { Popover } from "#components/ui/popover.tsx";
import { POPUP_ITEM } from "#components/ui/popup-classes.ts";
import type { ListShape, ListState, SavedView } from "./list-state.ts";
import type { ChangeViews } from "./saved-views.ts";
import { MAX_VIEW_NAME, MAX_VIEWS, namedView, stateOf, viewOf, withoutView, withView } from "./saved-views.ts";

type ViewsMenuProps = {
  views: readonly SavedView[];
  state: ListState;
  shape: ListShape;
  onApply: (state: ListState) => void;
  onChange: ChangeViews;
};

/** The saved views of a list: one click brings a view back, a name keeps the one on screen. */
export function ViewsMenu({ views, state, shape, onApply, onChange }: ViewsMenuProps) {
  const t = useTranslations("table.views");
  const [open, setOpen] = useState(false);
  const [name, setName] = useState("");
  const [problem, setProblem] = useState("");
  const [saving, setSaving] = useState(false);
  const nameId = useId();
  const now = viewOf("", state, shape).query;

  async function change(how: Parameters<ChangeViews>[0]): Promise<boolean> {
    setSaving(true);
    const result = await onChange(how);
    setSaving(false);
    setProblem(result.ok ? "" : result.error.message);
    return result.ok;
  }
  async function save() {
    if (saving) return;
    if (name.trim() === "") return setProblem(t("nameMissing"));
    const view = viewOf(name, state, shape);
    if (withView(views, view).length > MAX_VIEWS) return setProblem(t("tooMany", { count: MAX_VIEWS }));
    if (await change((kept) => withView(kept, view))) setName("");
  }
  return (
    <Popover
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        setProblem("");
      }}
      title={t("title")}
      className="w-80"
      trigger={
        <Button variant="ghost" icon={<Bookmark aria-hidden />}>
          <span className="max-sm:sr-only">{t("open")}</span>
        </Button>
      }
    >
      {views.length === 0 ? (
        <p className="mb-3 text-sm text-fg-3">{t("none")}</p>
      ) : (
        <ul aria-label={t("title")} className="-mx-1 mb-2 max-h-72 overflow-y-auto">
          {views.map((view) => (
            <li key={view.name} className="flex items-center gap-1">
              <button
                type="button"
                aria-pressed={view.query === now}
                className={classNames(POPUP_ITEM, "min-w-0 flex-1 hover:bg-accent-soft focus-visible:-outline-offset-2")}
                onClick={() => {
                  onApply(stateOf(view, shape));
                  setOpen(false);
                }}
              >
                <span className="min-w-0 flex-1 truncate">{view.name}</span>
                {view.query === now && <Check aria-hidden className="text-accent" />}
              </button>
              <IconButton size="sm" label={t("delete", { name: view.name })} icon={<Trash2 aria-hidden />} onClick={() => void change((kept) => withoutView(kept, view.name))} />
            </li>
          ))}
        </ul>
      )}
      <form
        noValidate
        className="border-t border-line pt-3"
        onSubmit={(event) => {
          event.preventDefault();
          event.stopPropagation();
          void save();
        }}
      >
        <label htmlFor={nameId} className="mb-1 block text-sm font-semibold">
          {t("save")}
        </label>
        <div className="flex gap-2">
          <Input
            id={nameId}
            value={name}
            maxLength={MAX_VIEW_NAME}
            autoComplete="off"
            aria-invalid={problem !== "" || undefined}
            aria-describedby={problem ? `${nameId}-problem` : undefined}
            onChange={(event) => {
              setName(event.target.value);
              setProblem("");
            }}
          />
          <Button type="submit" pending={saving}>
            {namedView(views, name) ? t("replace") : t("keep")}
          </Button>
        </div>
        {problem && (
          <p id={`${nameId}-problem`} role="alert" className="mt-1 text-xs text-bad">
            {problem}
          </p>
        )}
        <p className="mt-1.5 text-xs text-fg-3">{t("hint")}</p>
      </form>
    </Popover>
  );
}
