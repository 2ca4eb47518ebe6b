import { findReferences } from '#domain/references/find-references.ts'
import { detectStructure } from '#domain/structure/detect.ts'
import { treeOf } from '#domain/structure/tree.ts'
import { treatyOf } from './treaty.ts'

/** One measured size. */
export interface ReferencesRow {
  /** Megabytes (10⁶ UTF-8 bytes) of text. */
  readonly megabytes: number
  readonly perSecond: number
}

const RUNS = 8

/** Three to four references; one such sentence in two thousand characters is as densely as trade agreements refer. */
const CITING =
  'This is done under Article 2, paragraph 1, under paragraphs 1 and 2 of this Article and under Article 51 of the Charter of the League of Ports. '

/** Measures finding the references of 0.1, 1 and 10 MB of plain text on one core; its structure is found before. */
export function measureReferences(): ReferencesRow[] {
  return [0.1, 1, 10].map((megabytes) => {
    const text = treatyOf(megabytes * 0.8e6).replaceAll(/^(Article \d*[05]\n\n)/gm, `$1${CITING}`)
    const tree = treeOf(detectStructure(text))
    let best = Infinity
    for (let run = 0; run < RUNS; run++) {
      const from = performance.now()
      findReferences(text, tree, ['en'])
      best = Math.min(best, performance.now() - from)
    }
    return { megabytes: text.length / 1e6, perSecond: text.length / 1000 / best }
  })
}
