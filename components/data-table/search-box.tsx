"use client";

import Search from "lucide-react/icons/search";
import X from "lucide-react/icons/x";
import { useTranslations } from "next-intl";
import { useEffect, useId, useRef, useState } from "react";
import type { RefObject } from "react";
import { whenLeaving } from "#components/shell/navigation-under-way.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Input } from "#components/ui/input.tsx";
import { MAX_SEARCH_LENGTH } from "./limits.ts";

const SEARCH_AFTER_MS = 250;

type SearchBoxProps = {
  label: string;
  value: string;
  onSearch: (text: string) => void;
  /** Label of the filter because of which there can be no search now. */
  blockedBy?: string;
  inputRef: RefObject<HTMLInputElement | null>;
};

/** Searches while typing. What is typed stays what is typed, whatever answers arrive meanwhile. */
export function SearchBox({ label, value, onSearch, blockedBy, inputRef }: SearchBoxProps) {
  const t = useTranslations("table.search");
  const [text, setText] = useState(value);
  const [asked, setAsked] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const reasonId = useId();
  // A search that began after a press on a link would take the place of the page that was asked for.
  useEffect(() => {
    const stop = () => clearTimeout(timer.current);
    const unhear = whenLeaving(stop);
    return () => (unhear(), stop());
  }, []);

  // A value that was not asked for here comes from outside (Back, "Clear filters") and replaces the text.
  if (value !== asked) {
    setAsked(value);
    setText(value);
  }
  const search = (next: string) => {
    clearTimeout(timer.current);
    timer.current = undefined;
    setAsked(next.trim());
    onSearch(next);
  };
  const type = (next: string) => {
    setText(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => search(next), SEARCH_AFTER_MS);
  };
  // Begun at the latest before something else is pressed, so that it can not take that one's place.
  const leave = () => {
    if (timer.current !== undefined) search(text);
  };
  const clear = () => {
    setText("");
    search("");
    inputRef.current?.focus();
  };
  return (
    <search className="min-w-40 flex-1 sm:max-w-75">
      <Input
        ref={inputRef}
        type="text"
        enterKeyHint="search"
        autoComplete="off"
        aria-label={label}
        aria-describedby={blockedBy ? reasonId : undefined}
        placeholder={label}
        maxLength={MAX_SEARCH_LENGTH}
        value={text}
        disabled={blockedBy !== undefined}
        icon={<Search aria-hidden />}
        trailing={text !== "" && <IconButton size="xs" label={t("clear")} icon={<X aria-hidden />} onClick={clear} />}
        onChange={(event) => type(event.target.value)}
        onBlur={leave}
        onKeyDown={(event) => {
          if (event.key === "Enter") search(text);
          if (event.key === "Escape" && text !== "") clear();
        }}
      />
      {blockedBy && (
        <p id={reasonId} className="mt-1 text-xs text-fg-3">
          {t("blocked", { filter: blockedBy })}
        </p>
      )}
    </search>
  );
}
