import { classNames } from "#components/ui/class-names.ts";

/** The look of a search field with its options below it (account switcher, palette). */
export const SEARCH_FIELD = classNames(
  "min-h-control w-full rounded-md border border-line-control bg-surface px-3 text-sm text-fg",
  "focus-visible:border-accent focus-visible:-outline-offset-1",
);

export const OPTION =
  "flex min-h-8 cursor-pointer items-center gap-2.5 rounded-sm px-2 py-1 text-sm data-[selected=true]:bg-accent-soft [&_svg]:shrink-0";

export const OPTION_GROUP = classNames(
  "[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1",
  "[&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-fg-3",
);
