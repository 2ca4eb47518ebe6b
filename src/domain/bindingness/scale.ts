import data from './default-scale.json' with { type: 'json' }

/** How strongly a provision commits, 0 to 5: strength of commitment, not legal validity (VCLT art 26). */
export type BindingnessLevel = 0 | 1 | 2 | 3 | 4 | 5

/** One step of the scale. */
export interface ScaleStep {
  readonly level: BindingnessLevel
  readonly label: string
  readonly definition: string
  readonly example: string
}

/** The scale, weakest first. Its words are those of the shipped scale; users cannot change its number of steps. */
export const BINDINGNESS_SCALE: readonly ScaleStep[] = data.scale.map((step) => ({
  level: step.level as BindingnessLevel,
  label: step.label,
  definition: step.definition,
  example: step.example,
}))

/** The name of a level: `Binding, qualified`. */
export function levelLabel(level: BindingnessLevel): string {
  return BINDINGNESS_SCALE[level]?.label ?? String(level)
}

/** Whether a number is a level of the scale. */
export function isBindingnessLevel(value: number): value is BindingnessLevel {
  return Number.isInteger(value) && value >= 0 && value < BINDINGNESS_SCALE.length
}
