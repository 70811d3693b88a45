/** Whether a change of `topic` concerns somebody who waits for `awaited`; one that ends in ":" means all that begin with it. */
export function concerns(topic: string, awaited: readonly string[]): boolean {
  return awaited.some((each) => (each.endsWith(":") ? topic.startsWith(each) : topic === each));
}
