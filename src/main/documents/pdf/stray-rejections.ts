import { setImmediate } from 'node:timers/promises'

/** What the PDF library calls its own failures. */
const LIBRARY_FAILURES = new Set([
  'AbortException',
  'FormatError',
  'InvalidPDFException',
  'MissingDataException',
  'ParserEOFException',
  'UnknownErrorException',
  'XRefEntryException',
  'XRefParseException',
])

/**
 * Does work with the PDF library. On damaged files it sometimes fails twice, once to its caller and once in a promise
 * that nobody waits for, which would end the process; the second is ignored. Any other lost failure is still fatal.
 */
export async function withoutStrays<T>(work: () => Promise<T>): Promise<T> {
  process.on('unhandledRejection', ignoreLibrary)
  try {
    return await work()
  } finally {
    // Lost failures are reported after the turn in which they were lost.
    await setImmediate()
    process.off('unhandledRejection', ignoreLibrary)
  }
}

function ignoreLibrary(reason: unknown): void {
  if (reason instanceof Error && LIBRARY_FAILURES.has(reason.name)) return
  throw reason
}
