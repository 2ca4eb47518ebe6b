/** A list of marks, and what is changed in it. */
export interface ChangedMarks<T> {
  /** What has changed, by id; nothing for what is gone. */
  readonly changed: ReadonlyMap<string, T | undefined>
  get(id: string): T | undefined
  /** Puts a mark in the place of the one with its id, or takes that away. */
  set(id: string, mark: T | undefined): void
  /** The list as it is now: what is new comes last. */
  all(): T[]
}

/** So many marks are looked for one by one before all are put in order by id. */
const FEW = 16

/** Marks to be changed. Few changes to 10,000 cost one pass over them, not a map of them all. */
export function changedMarks<T extends { readonly id: string }>(marks: readonly T[]): ChangedMarks<T> {
  const changed = new Map<string, T | undefined>()
  let asked = 0
  let byId: ReadonlyMap<string, T> | undefined
  const before = (id: string): T | undefined => {
    if (!byId && ++asked > FEW) byId = new Map(marks.map((mark) => [mark.id, mark]))
    return byId ? byId.get(id) : marks.find((mark) => mark.id === id)
  }
  return {
    changed,
    get: (id) => (changed.has(id) ? changed.get(id) : before(id)),
    set: (id, mark) => changed.set(id, mark),
    all: () => {
      const rest = new Map(changed)
      const kept = marks.flatMap((mark) => {
        if (!rest.has(mark.id)) return mark
        const now = rest.get(mark.id)
        rest.delete(mark.id)
        return now ?? []
      })
      return [...kept, ...[...rest.values()].filter((mark) => mark !== undefined)]
    },
  }
}
