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

/** The first letter or digit of each of the first three words that have one, as written: "Ilse van Dijk" gives "IvD". */
function initialsOf(name: string): string {
  const firsts = name.split(/[\s.@_-]+/u).flatMap((word) => /[\p{L}\p{N}]\p{M}*/u.exec(word)?.[0] ?? []);
  return firsts.slice(0, 3).join("") || (Array.from(name.trim())[0] ?? "");
}
