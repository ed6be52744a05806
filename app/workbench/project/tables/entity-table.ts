/** How one kind of thing of the project is kept: one table, one row per thing, found by id. */
export type EntityTable<Thing> = {
  readonly get: (id: string) => Thing | null
  /** Adds the thing or replaces the one with the same id. */
  readonly put: (thing: Thing) => void
  readonly remove: (id: string) => void
}
