/**
 * Makes a memory of lists: one that holds the same things as the last time for the same owner comes back as the same
 * list, so that only what has changed is drawn again.
 */
export function rememberedLists(): <T>(owner: object, list: readonly T[]) => readonly T[] {
  const lists = new WeakMap<object, readonly unknown[]>()
  return <T>(owner: object, list: readonly T[]) => {
    const last = lists.get(owner)
    const isSame = last?.length === list.length && last.every((item, i) => item === list[i])
    // Safe: every item of it is an item of the list.
    if (isSame) return last as readonly T[]
    lists.set(owner, list)
    return list
  }
}
