import type { AssessmentId, ProvisionId, TextId, ThemeId } from '../shared/id.ts'
import type { Instant } from '../shared/time.ts'
import type { Uncarried } from '../text/uncarried.ts'
import type { BindingnessLevel } from './scale.ts'

/** A level set by the analyst, with the reason: never a machine's. */
export interface BindingnessDecision {
  readonly level: BindingnessLevel
  readonly reason: string
  readonly decidedAt: Instant
  readonly decidedBy: string
}

/** A theme that was suggested for a provision and that the analyst will not have there. */
export interface RefusedTheme {
  readonly themeId: ThemeId
  readonly at: Instant
  readonly by: string
}

/** What the analyst decided about one provision. Suggestions are computed when shown and never stored here. */
export interface Assessment {
  readonly id: AssessmentId
  readonly textId: TextId
  readonly provisionId: ProvisionId
  readonly bindingness?: BindingnessDecision
  /** Suggestions that were refused, in the order of refusal. */
  readonly refusedThemes?: readonly RefusedTheme[]
  /** Set when a newer version of the text has come and the assessment has stayed with this one. */
  readonly uncarried?: Uncarried
}

/** A provision has one assessment: its id follows from the provision's. */
export function assessmentId(textId: TextId, provisionId: ProvisionId): AssessmentId {
  return `${textId}:${provisionId}`
}
