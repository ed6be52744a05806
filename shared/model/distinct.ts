/** Each thing once, where several searches found it. */
export function distinct<Thing extends { readonly id: string }>(
  things: readonly Thing[],
): readonly Thing[] {
  return [...new Map(things.map((thing) => [thing.id, thing])).values()]
}
