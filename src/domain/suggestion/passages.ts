import { touches, type Annotation } from '../annotation/annotation.ts'
import { spanIndex } from '../annotation/span-index.ts'
import type { ProvisionId, TextId, ThemeId } from '../shared/id.ts'
import { isKept } from '../shared/trash.ts'
import type { Provision } from '../structure/provision.ts'
import type { ProvisionTree } from '../structure/tree.ts'
import type { CodedPassage } from './suggest.ts'
import { countTerms } from './term-weights.ts'

/** The words of one provision, counted: what does not change while the text does not. */
export interface CountedUnit {
  readonly unit: Provision
  readonly counts: ReadonlyMap<string, number>
}

/** Counts the words of a text's articles one by one, so that a long text can be counted in pieces. */
export function* countedUnits(tree: ProvisionTree, content: string): Generator<CountedUnit> {
  for (const unit of tree.units) {
    if (unit.kind === 'testimonium' || unit.kind === 'signatures' || unit.kind === 'title') continue
    yield { unit, counts: countTerms(content, unit.start, unit.end) }
  }
}

/** Words that an analyst has given themes to. UTF-16 offsets. */
export interface Coding {
  readonly start: number
  readonly end: number
  readonly themeIds: readonly ThemeId[]
}

/** What an analyst has coded. Whose it is decides: another's is not learnt from. */
export function codingsOf(annotations: readonly Annotation[], analyst: string): Coding[] {
  return annotations
    .filter((a) => isKept(a) && a.createdBy === analyst && a.themeIds.length > 0)
    .map(({ target: { anchor }, themeIds }) => ({ start: anchor.start, end: anchor.end, themeIds }))
}

/** The themes that have been given in each provision. */
export function codedPassages(
  textId: TextId,
  units: readonly CountedUnit[],
  codings: readonly Coding[],
): CodedPassage[] {
  const index = spanIndex(codings, (coding) => coding)
  return units.map(({ unit, counts }) => ({
    textId,
    provisionId: unit.id,
    counts,
    themeIds: new Set(index.overlapping(unit.start, unit.end).flatMap((coding) => coding.themeIds)),
  }))
}

/** The themes not to be proposed for a provision: given there by anybody, or refused there. */
export function settledThemes(
  provision: { readonly id: ProvisionId; readonly start: number; readonly end: number },
  annotations: readonly Annotation[],
  refused: readonly { readonly themeId: ThemeId }[],
): ReadonlySet<ThemeId> {
  const given = annotations.filter((a) => isKept(a) && touches(a, provision.start, provision.end))
  return new Set([...given.flatMap((a) => a.themeIds), ...refused.map((refusal) => refusal.themeId)])
}
