import NextLink from "next/link";
import type { ComponentProps } from "react";

/**
 * A link within the portal. Nothing is fetched ahead of a press: every page is made for its reader at that moment, so there is next to
 * nothing of it to have early, and asking ahead for fifty rows of a list costs the server ten times the list itself.
 */
export function Link(props: ComponentProps<typeof NextLink>) {
  return <NextLink prefetch={false} {...props} />;
}
