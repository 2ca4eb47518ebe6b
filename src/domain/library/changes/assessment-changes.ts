import { change, create, type Operation } from '../operation.ts'
import type { Author } from '../../shared/author.ts'
import type { ProvisionId, TextId, ThemeId } from '../../shared/id.ts'
import { assessmentId, type Assessment } from '../../bindingness/assessment.ts'
import type { BindingnessLevel } from '../../bindingness/scale.ts'

/** The provision's bindingness as the analyst decides it, with the reason; nothing when neither changes. */
export function setBindingness(
  provision: {
    readonly textId: TextId
    readonly provisionId: ProvisionId
    readonly assessment?: Assessment | undefined
  },
  decision: { readonly level: BindingnessLevel; readonly reason: string },
  author: Author,
): Operation[] {
  const { textId, provisionId, assessment: before } = provision
  const reason = decision.reason.trim()
  if (before?.bindingness?.level === decision.level && before.bindingness.reason === reason) return []
  const bindingness = { level: decision.level, reason, decidedAt: author.at, decidedBy: author.name }
  if (before) return change('assessment', before, { ...before, bindingness })
  return [create('assessment', { id: assessmentId(textId, provisionId), textId, provisionId, bindingness })]
}

/** The provision without a decision on its bindingness. */
export function clearBindingness(assessment: Assessment): Operation[] {
  const { bindingness: _cleared, ...rest } = assessment
  return change('assessment', assessment, rest)
}

/** The provision with a theme that is not to be suggested for it again; nothing when it was refused before. */
export function refuseTheme(
  provision: {
    readonly textId: TextId
    readonly provisionId: ProvisionId
    readonly assessment?: Assessment | undefined
  },
  themeId: ThemeId,
  author: Author,
): Operation[] {
  const { textId, provisionId, assessment: before } = provision
  const refused = before?.refusedThemes ?? []
  if (refused.some((refusal) => refusal.themeId === themeId)) return []
  const refusedThemes = [...refused, { themeId, at: author.at, by: author.name }]
  if (before) return change('assessment', before, { ...before, refusedThemes })
  return [create('assessment', { id: assessmentId(textId, provisionId), textId, provisionId, refusedThemes })]
}
