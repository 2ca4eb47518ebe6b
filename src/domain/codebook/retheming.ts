import type { Annotation } from '../annotation/annotation.ts'
import type { AgreementId, AnnotationId, TextId, ThemeId } from '../shared/id.ts'
import { isKept } from '../shared/trash.ts'

/** Which themes an annotation has afterwards: what merging, splitting and deleting do to codings. */
export type Retheming = (annotation: Annotation) => readonly ThemeId[]

/** Every coding with one of these themes gets another instead, or loses it when there is no other. */
export function replacing(themeIds: ReadonlySet<ThemeId>, by: ThemeId | undefined): Retheming {
  return (annotation) => {
    const after = annotation.themeIds.flatMap((id) => (themeIds.has(id) ? (by ?? []) : id))
    return [...new Set(after)]
  }
}

/** Only the chosen codings of a theme get the other one. */
export function replacingIn(
  annotationIds: ReadonlySet<AnnotationId>,
  themeId: ThemeId,
  by: ThemeId,
): Retheming {
  const replace = replacing(new Set([themeId]), by)
  return (annotation) => (annotationIds.has(annotation.id) ? replace(annotation) : annotation.themeIds)
}

/** Whether the annotation's themes change. */
export function isRethemed(annotation: Annotation, retheming: Retheming): boolean {
  const after = retheming(annotation)
  return after.length !== annotation.themeIds.length || after.some((id, i) => id !== annotation.themeIds[i])
}

/** What something does to codings, counted before it is done. Annotations in the trash are not counted. */
export interface CodingEffect {
  /** How many annotations change. */
  readonly codings: number
  /**
   * Of these, how many end with fewer themes, yet not without one: they have the theme already that they would get,
   * or others besides the one they lose.
   */
  readonly fewerThemes: number
  /** Of these, how many are left without a theme. They stay as notes. */
  readonly withoutTheme: number
  /** The same count by agreement, the most first. */
  readonly byAgreement: readonly { readonly agreementId: AgreementId; readonly codings: number }[]
}

/** Counts what a retheming does. */
export function effectOf(
  annotations: readonly Annotation[],
  retheming: Retheming,
  agreementOf: (textId: TextId) => AgreementId | undefined,
): CodingEffect {
  const changed = annotations.filter((a) => isKept(a) && isRethemed(a, retheming))
  const after = changed.map((a) => ({ before: a.themeIds, after: retheming(a) }))
  return {
    codings: changed.length,
    fewerThemes: after.filter((t) => t.after.length > 0 && t.after.length < t.before.length).length,
    withoutTheme: after.filter((t) => t.after.length === 0).length,
    byAgreement: byAgreement(changed, agreementOf),
  }
}

/** Annotations counted by agreement, the most first. */
export function byAgreement(
  annotations: readonly Annotation[],
  agreementOf: (textId: TextId) => AgreementId | undefined,
): CodingEffect['byAgreement'] {
  const counts = new Map<AgreementId, number>()
  for (const { textId } of annotations) {
    const agreementId = agreementOf(textId)
    if (agreementId !== undefined) counts.set(agreementId, (counts.get(agreementId) ?? 0) + 1)
  }
  return [...counts]
    .map(([agreementId, codings]) => ({ agreementId, codings }))
    .sort((a, b) => b.codings - a.codings || (a.agreementId < b.agreementId ? -1 : 1))
}

/** How many kept annotations have each theme. */
export function codingCounts(annotations: readonly Annotation[]): ReadonlyMap<ThemeId, number> {
  const counts = new Map<ThemeId, number>()
  for (const annotation of annotations) {
    if (!isKept(annotation)) continue
    for (const id of new Set(annotation.themeIds)) counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  return counts
}
