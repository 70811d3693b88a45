"use client";

import { useCallback, useState } from "react";

/** The fields that are on the page, by name, with their labels. */
export function useFieldNames() {
  const [labels, setLabels] = useState<ReadonlyMap<string, string>>(new Map());
  const addField = useCallback((name: string, label: string) => {
    setLabels((before) => new Map(before).set(name, label));
    return () => {
      setLabels((before) => new Map([...before].filter(([other]) => other !== name)));
    };
  }, []);
  return { labels, addField };
}
