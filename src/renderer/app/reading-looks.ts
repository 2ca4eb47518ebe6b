import type { Settings } from '#contract/calls.ts'

/** How the text is set: what of the preferences concerns it. */
export type ReadingLooks = Pick<Settings, 'textSize' | 'measure'>

/** The usual looks, and by how much one step changes them. */
export const USUAL_LOOKS: ReadingLooks = { textSize: 100, measure: 68 }
const SIZE_STEP = 10
const MEASURE_STEP = 6

/** The looks after steps up or down, within what can be read. */
export function steppedLooks({ textSize, measure }: ReadingLooks, size: number, lines: number): ReadingLooks {
  return {
    textSize: Math.min(Math.max(textSize + size * SIZE_STEP, 70), 250),
    measure: Math.min(Math.max(measure + lines * MEASURE_STEP, 40), 110),
  }
}

/** Sets the text of every agreement so. */
export function applyLooks({ textSize, measure }: ReadingLooks): void {
  const { style } = document.documentElement
  style.setProperty('--reading-size', `${(1.125 * textSize) / 100}rem`)
  style.setProperty('--reading-measure', `${measure}ch`)
}
