/** Saves what is being typed, now. */
export type Flush = () => Promise<void>

const flushers = new Set<Flush>()

/** Has `flush` called before the window closes; the returned function ends that. */
export function onFlush(flush: Flush): () => void {
  flushers.add(flush)
  return () => flushers.delete(flush)
}

/** Saves everything that is being typed. */
export async function flushAll(): Promise<void> {
  await Promise.allSettled([...flushers].map((flush) => flush()))
}
