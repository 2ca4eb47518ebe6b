/**
 * Something the person at the keyboard has to know or do. Its message is a plain sentence for them, so whoever
 * catches it prints the message alone, without a stack trace.
 */
export class RuntimeProblem extends Error {
  override readonly name = 'RuntimeProblem'
}

/** The message of anything thrown, for a sentence that quotes it. */
export function reasonOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown)
}
