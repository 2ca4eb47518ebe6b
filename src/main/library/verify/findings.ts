import type { Finding } from '#contract/verify.ts'

/** Findings listed in a report; a library that is all broken is told in as many lines as a person reads. */
const MOST = 200

/** Collects what is found. */
export interface Findings {
  error(where: string, what: string): void
  warning(where: string, what: string): void
  readonly list: readonly Finding[]
  /** How many are not listed. */
  readonly left: number
  readonly hasErrors: boolean
}

/** Begins an empty collection. */
export function makeFindings(): Findings {
  const list: Finding[] = []
  let left = 0
  let hasErrors = false
  const add = (finding: Finding): void => {
    if (list.length < MOST) list.push(finding)
    else left++
  }
  return {
    error: (where, what) => {
      hasErrors = true
      add({ severity: 'error', where, what })
    },
    warning: (where, what) => add({ severity: 'warning', where, what }),
    list,
    get left() {
      return left
    },
    get hasErrors() {
      return hasErrors
    },
  }
}

/** A place in a file as reports name it. */
export function placeOf(file: string, byte: number): string {
  return `${file}, byte ${byte}`
}
