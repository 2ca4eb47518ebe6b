import type { MarkCounts, VersionPreview, VersionPreviewItem } from '#contract/versions.ts'
import type { CarriedMark, Mark } from '#domain/library/changes/carry-marks.ts'
import { citationLabel } from '#domain/structure/citation-label.ts'
import { treeOf, type ProvisionTree } from '#domain/structure/tree.ts'
import type { Anchor } from '#domain/text/anchor.ts'
import type { PreparedVersion } from './prepare-version.ts'

/** How many marks a preview lists, and how much of their words. */
const MOST_ITEMS = 300
const MOST_WORDS = 600

/** Says what a prepared version would do. */
export function previewOf(previewId: string, prepared: PreparedVersion): VersionPreview {
  const { asked, others } = prepared
  const before = treeOf(asked.replacedProvisions)
  const after = treeOf(asked.version.provisions)
  const replacing = others.filter((other) => other.replaced !== undefined)
  // A refusal of a suggestion goes along where it can; it is nothing that an analyst would look for.
  const isCounted = ({ mark }: CarriedMark): boolean =>
    mark.kind === 'annotation' || mark.value.bindingness !== undefined
  const texts = [asked, ...replacing].map(({ carried, replacedProvisions, version }) => ({
    counted: carried.filter(isCounted),
    trees: [treeOf(replacedProvisions), treeOf(version.provisions)] as const,
  }))
  const counted = texts.flatMap((text) => text.counted)
  const items = texts
    .flatMap((text) => text.counted.map((carried) => itemOf(carried, ...text.trees)))
    .filter((item) => item !== undefined)
  return {
    previewId,
    fileName: prepared.file.name,
    isSame: asked.isSame,
    articles: { before: articlesIn(before), after: articlesIn(after) },
    carried: countsOf(counted, 'carried'),
    review: countsOf(counted, 'review'),
    lost: countsOf(counted, 'lost'),
    items: items.slice(0, MOST_ITEMS),
    more: Math.max(0, items.length - MOST_ITEMS),
    others: others.map(({ version, replaced }) => ({
      language: version.language ?? 'und',
      isNew: replaced === undefined,
    })),
  }
}

function countsOf(carried: readonly CarriedMark[], kind: CarriedMark['outcome']['kind']): MarkCounts {
  const marks = carried.filter(({ outcome }) => outcome.kind === kind).map(({ mark }) => mark)
  const annotations = marks.filter((mark) => mark.kind === 'annotation')
  return {
    annotations: annotations.length,
    notes: annotations.filter(({ value }) => value.note).length,
    assessments: marks.length - annotations.length,
  }
}

function itemOf(
  { mark, outcome, rewording }: CarriedMark,
  before: ProvisionTree,
  after: ProvisionTree,
): VersionPreviewItem | undefined {
  const level = mark.kind === 'assessment' ? mark.value.bindingness?.level : undefined
  const common = {
    kind: mark.kind,
    label: labelOf(mark, before),
    themeIds: mark.kind === 'annotation' ? [...mark.value.themeIds] : [],
    ...(level === undefined ? {} : { level }),
  }
  if (outcome.kind === 'lost') return { ...common, outcome: 'lost', was: clipped(outcome.was) }
  const newLabel = labelAt(outcome.anchor, after)
  if (outcome.kind === 'review') {
    const { was, anchor } = outcome
    return { ...common, outcome: 'review', was: clipped(was), is: clipped(anchor.quote), newLabel }
  }
  if (!rewording) return undefined
  return { ...common, outcome: 'reworded', was: clipped(rewording.was), is: clipped(rewording.is), newLabel }
}

function labelOf(mark: Mark, tree: ProvisionTree): string {
  const id =
    mark.kind === 'assessment'
      ? mark.value.provisionId
      : mark.value.target.kind === 'provision'
        ? mark.value.target.provisionId
        : undefined
  const provision = id === undefined ? undefined : tree.find(id)
  if (provision) return citationLabel(tree, provision)
  return mark.kind === 'annotation' ? labelAt(mark.value.target.anchor, tree) : ''
}

function labelAt({ start }: Anchor, tree: ProvisionTree): string {
  const provision = tree.at(start)
  return provision ? citationLabel(tree, provision) : ''
}

function articlesIn(tree: ProvisionTree): number {
  return tree.units.filter((unit) => unit.kind === 'article').length
}

function clipped(words: string): string {
  return words.length > MOST_WORDS ? `${words.slice(0, MOST_WORDS)}…` : words
}
