import { firstWhere } from '../shared/first-where.ts'
import { compareAnnotations, type Annotation } from './annotation.ts'
import type { SpanIndex } from './span-index.ts'

/**
 * The annotations of a text in reading order, found by what they mark. Immutable: a changed set shares with the one
 * before all but the part that has changed, so that one annotation more costs the same among 100 and among 10,000.
 */
export interface AnnotationSet extends SpanIndex<Annotation> {
  /** All of them, in reading order. Made when it is first asked for. */
  readonly all: readonly Annotation[]
  /** The set without some and with others. What is taken away must be in it, as it is in it. */
  with(gone: readonly Annotation[], come: readonly Annotation[]): AnnotationSet
}

/** A run of annotations in reading order, never empty. */
interface Run {
  readonly items: readonly Annotation[]
  /** Where the last of them ends: UTF-16 offset. */
  readonly end: number
}

/** A run longer than this is cut in two. Square root of what the longest texts have, give or take. */
const LONGEST = 256

/** A set of annotations, in any order. */
export function annotationSet(annotations: readonly Annotation[]): AnnotationSet {
  const sorted = annotations.toSorted(compareAnnotations)
  const runs: Run[] = []
  for (let i = 0; i < sorted.length; i += LONGEST / 2) runs.push(runOf(sorted.slice(i, i + LONGEST / 2)))
  return setOf(runs)
}

function setOf(runs: readonly Run[]): AnnotationSet {
  let flat: readonly Annotation[] | undefined
  return {
    get all() {
      flat ??= runs.flatMap(({ items }) => items)
      return flat
    },
    overlapping: (start, end) => {
      const found: Annotation[] = []
      for (const run of runs) {
        if (startOf(run.items[0]) >= end) break
        if (run.end <= start) continue
        for (const annotation of run.items) {
          const { anchor } = annotation.target
          if (anchor.start >= end) break
          if (anchor.end > start) found.push(annotation)
        }
      }
      return found
    },
    with: (gone, come) => {
      const isMany = gone.length + come.length > Math.max(LONGEST, runs.length * 8)
      return isMany ? remade(runs, gone, come) : setOf(changed(runs, gone, come))
    },
  }
}

/** Many changes cost one pass over all. */
function remade(
  runs: readonly Run[],
  gone: readonly Annotation[],
  come: readonly Annotation[],
): AnnotationSet {
  const without = new Set(gone.map(({ id }) => id))
  const rest = runs.flatMap(({ items }) => items).filter(({ id }) => !without.has(id))
  return annotationSet([...rest, ...come])
}

function changed(runs: readonly Run[], gone: readonly Annotation[], come: readonly Annotation[]): Run[] {
  const now = [...runs]
  for (const annotation of gone) {
    const at = runFor(now, annotation)
    const items = now[at]?.items ?? []
    const place = placeFor(items, annotation)
    const rest = items.toSpliced(place, 1)
    if (rest.length === 0) now.splice(at, 1)
    else now[at] = runOf(rest)
  }
  for (const annotation of come) {
    const at = runFor(now, annotation)
    const items = now[at]?.items ?? []
    const more = items.toSpliced(placeFor(items, annotation), 0, annotation)
    const half = more.length >> 1
    const parts = more.length > LONGEST ? [more.slice(0, half), more.slice(half)] : [more]
    now.splice(at, 1, ...parts.map(runOf))
  }
  return now
}

/** The run that an annotation belongs in: the last that does not begin behind it. */
function runFor(runs: readonly Run[], annotation: Annotation): number {
  return Math.max(0, firstWhere(runs.length, (i) => orderOf(runs[i]?.items[0], annotation) > 0) - 1)
}

/** Where an annotation is, or belongs, in a run. */
function placeFor(items: readonly Annotation[], annotation: Annotation): number {
  return firstWhere(items.length, (i) => orderOf(items[i], annotation) >= 0)
}

function orderOf(one: Annotation | undefined, annotation: Annotation): number {
  return one === undefined ? 0 : compareAnnotations(one, annotation)
}

function runOf(items: readonly Annotation[]): Run {
  let end = 0
  for (const { target } of items) end = Math.max(end, target.anchor.end)
  return { items, end }
}

function startOf(annotation: Annotation | undefined): number {
  return annotation?.target.anchor.start ?? Infinity
}
