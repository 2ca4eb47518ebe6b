import type { ProvisionId } from '../shared/id.ts'
import { citationLabel } from './citation-label.ts'
import { confidenceOf } from './confidence.ts'
import { hiddenHeading } from './hidden-headings.ts'
import { isAttachment, isDivision, type Doubt, type Provision } from './provision.ts'
import type { ProvisionTree } from './tree.ts'

/** A provision that should be looked at, and why, a sentence for each reason. */
export interface Suspect {
  readonly provision: Provision
  readonly reasons: readonly string[]
}

/** Below it a provision is looked at even where no single reason is known. Set by hand. */
const LOW_CONFIDENCE = 0.8

/** What can be told from numbers alone, so that a correction of a neighbour settles it. */
const NUMBERING: ReadonlySet<Doubt> = new Set<Doubt>(['gap', 'repeat', 'order', 'restart'])

/**
 * The provisions that should be looked at, in reading order. What a person has set is not doubted, so nothing of an
 * older library is. A doubt about numbers that the text gave is told as long as the numbers still show it; a new one
 * is told only behind a provision that a person has set: elsewhere the engine has weighed it already. Words that begin
 * with a line in the form of a heading are told too: an article whose number did not fit.
 */
export function suspectsOf(tree: ProvisionTree, text: string): Suspect[] {
  const numbering = numberingOf(tree)
  return tree.provisions.flatMap((provision) => {
    const { confidence, doubts = [] } = provision
    if (confidence === undefined || provision.kind === 'furniture') return []
    const place = numbering.get(provision.id)
    const shown = place && numberDoubt(place)
    const isNew =
      shown !== undefined && place?.before?.confidence === undefined && place?.before !== undefined
    const numbers = shown === undefined || !(isNew || doubts.some((d) => NUMBERING.has(d))) ? [] : [shown]
    const unread = place === undefined ? doubts : doubts.filter((doubt) => !NUMBERING.has(doubt))
    const hidden = hiddenHeading(text, provision)
    const reasons = [
      ...[...numbers, ...unread].map((doubt) => sentence(tree, provision, doubt, place)),
      ...(hidden
        ? [`“${hidden.printed}” looks like the heading of ${hidden.isArticle ? 'an article' : 'a division'}.`]
        : []),
    ]
    if (reasons.length > 0) return [{ provision, reasons }]
    // What is left of a confidence when the doubts that lowered it are settled.
    const own = confidence / confidenceOf(1, doubts)
    return own < LOW_CONFIDENCE
      ? [{ provision, reasons: ['Pacta is not sure that a provision begins here.'] }]
      : []
  })
}

/** Where a provision stands among those it is numbered with. */
interface Place {
  readonly number: number
  /** The one numbered with it that stands before it. */
  readonly before?: Provision
  readonly beforeNumber?: number
  /** The earlier one with the same number. */
  readonly twin?: Provision
}

/** Every provision whose number can be counted. */
function numberingOf(tree: ProvisionTree): ReadonlyMap<ProvisionId, Place> {
  const series = new Map<string, { last: Provision; number: number; seen: Map<string, Provision> }>()
  const places = new Map<ProvisionId, Place>()
  for (const provision of tree.provisions) {
    const number = numberOf(provision)
    if (number === undefined) continue
    const key = `${seriesOf(tree, provision)} ${provision.kind}`
    const known = series.get(key)
    const printed = provision.number ?? ''
    const twin = known?.seen.get(printed)
    places.set(provision.id, {
      number,
      ...(known ? { before: known.last, beforeNumber: known.number } : {}),
      ...(twin ? { twin } : {}),
    })
    const seen = known?.seen ?? new Map<string, Provision>()
    if (!twin) seen.set(printed, provision)
    series.set(key, { last: provision, number, seen })
  }
  return places
}

/** What a provision is numbered within: articles in their annex or the agreement, all else in what holds it. */
function seriesOf(tree: ProvisionTree, provision: Provision): string {
  const isArticle = provision.kind === 'article' || provision.kind === 'rule'
  const above = tree.pathTo(provision).slice(0, -1)
  const holder = isArticle ? above.findLast(({ kind }) => isAttachment(kind)) : above.at(-1)
  return holder?.id ?? ''
}

/** `12` and `IV` count; `6 bis` and `A-01` do not. */
function numberOf({ number, arabic, kind }: Provision): number | undefined {
  const isCounted = kind === 'article' || kind === 'rule' || kind === 'paragraph' || isDivision(kind)
  const digits = arabic ?? number
  return isCounted && digits !== undefined && /^\d{1,5}$/.test(digits) ? Number(digits) : undefined
}

function numberDoubt({ number, before, beforeNumber, twin }: Place): Doubt | undefined {
  if (before && twin) return number === 1 && beforeNumber !== 1 ? 'restart' : 'repeat'
  const expected = (beforeNumber ?? 0) + 1
  if (number > expected) return 'gap'
  return beforeNumber !== undefined && number < beforeNumber ? 'order' : undefined
}

function sentence(tree: ProvisionTree, provision: Provision, doubt: Doubt, place: Place | undefined): string {
  switch (doubt) {
    case 'gap':
      return place ? gapSentence(place) : 'Numbers are left out before it.'
    case 'repeat':
      return place?.twin
        ? `The number stands twice: it is also that of ${citationLabel(tree, place.twin)} before it.`
        : 'Its number stands a second time.'
    case 'order':
      return place?.beforeNumber === undefined
        ? 'Its number is out of order.'
        : `Number ${place.number} stands behind number ${place.beforeNumber}.`
    case 'restart':
      return 'The numbers start again here, without an annex.'
    case 'inline':
      return 'It was found in running text, not at the start of a line.'
    case 'empty':
      return provision.end > provision.textStart || tree.childrenOf(provision).length > 0
        ? 'It looked like a heading without text.'
        : 'It has no text: a line of a table of contents, or its text was lost.'
    case 'quoted':
      return 'It stands between quotation marks: it may be a provision of another agreement.'
    case 'misspelt':
      return 'Its word or its number is misspelt.'
    case 'form':
      return 'It is set unlike the other headings.'
    case 'reference':
      return 'It reads like a reference to another provision.'
    case 'undivided':
      return 'No articles were found: the whole text stands here.'
  }
}

function gapSentence({ number, beforeNumber }: Place): string {
  const first = (beforeNumber ?? 0) + 1
  return first === number - 1
    ? `Number ${first} is missing before it.`
    : `Numbers ${first} to ${number - 1} are missing before it.`
}
