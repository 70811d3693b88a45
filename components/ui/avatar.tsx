import { classNames } from "./class-names.ts";

type AvatarProps = {
  name: string;
  size?: "sm" | "md" | "lg";
  /** For an avatar that stands alone: its name for a screen reader. Beside the written name leave it out. */
  label?: string;
};

const SIZE = { sm: "size-5.5 text-[0.5625rem]", md: "size-6.5 text-[0.625rem]", lg: "size-7.5 text-xs" };

/** The initials of a person or an account. */
export function Avatar({ name, size = "md", label }: AvatarProps) {
  return (
    <span
      role={label ? "img" : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
      className={classNames("inline-grid shrink-0 place-items-center rounded-full bg-accent-soft font-bold text-accent select-none", SIZE[size])}
    >
      {initialsOf(name)}
    </span>
  );
}

/** The first letter of each of the first three words, as written: "Ilse van Dijk" gives "IvD". Quotes and emoji are left aside. */
function initialsOf(name: string): string {
  const letters = name.split(/[\s.@_-]+/u).flatMap((word) => /[\p{L}\p{N}]/u.exec(word)?.[0] ?? []);
  return letters.slice(0, 3).join("") || (Array.from(name.trim())[0] ?? "");
}
