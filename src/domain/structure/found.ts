import type { Weighed } from './attachments.ts'
import type { Candidate } from './candidate.ts'
import { ARTICLE_COSTS, restartsInDivision, type Costs, type Link } from './chain-costs.ts'
import { bestChain, type Chosen } from './chain.ts'
import { doubledLinks, strandedLinks, swappedLinks } from './left-out.ts'
import { isSole } from './number-words.ts'
import type { Doubt } from './provision.ts'

/** A heading that a chain holds. */
export interface Found {
  readonly candidate: Candidate
  readonly weight: number
  readonly doubts: readonly Doubt[]
  readonly step: Chosen['step']
  /** Where it stands: the number of attachments that begin before it. */
  readonly section: number
  /** Start of the attachment in which it counts. */
  readonly attachedTo?: number
  /** Numbers start again at it: another agreement, or the same one in another language, begins before it. */
  readonly opensText?: true
}

/** Where numbers may start again. UTF-16 offsets, rising. */
export interface Breaks {
  readonly attachments: readonly number[]
  readonly closings: readonly number[]
  /** Divisions behind the first of their kind. */
  readonly divisions: readonly number[]
}

/** The headings of one kind that together count best, and those that it would be wrong to leave out. */
export function chainOf(weighed: readonly Weighed[], costs: Costs, breaks: Breaks): Found[] {
  const { attachments, closings, divisions } = breaks
  const links: (Link & Weighed)[] = []
  let section = 0
  let closed = 0
  let divided = 0
  for (const one of weighed) {
    const { candidate, weight, isWithoutBody, weightWithBody } = one
    while ((attachments[section] ?? Infinity) < candidate.start) section++
    while ((closings[closed] ?? Infinity) < candidate.start) closed++
    if (!candidate.numeral) continue
    const above = divided
    while ((divisions[divided] ?? Infinity) < candidate.start) divided++
    links.push({
      candidate,
      weight,
      isWithoutBody,
      weightWithBody,
      numeral: candidate.numeral,
      languages: candidate.languages,
      form: formOf(candidate),
      section,
      closings: closed,
      opensDivision: divided > above && !isWithoutBody && !links.at(-1)?.isWithoutBody,
    })
  }
  const seen = new Set<string>()
  const chosen = bestChain(links, costs)
  const forms = new Map<string, number>()
  for (const { index } of chosen) {
    const form = links[index]?.form ?? ''
    forms.set(form, (forms.get(form) ?? 0) + 1)
  }
  const isFree = costs !== ARTICLE_COSTS
  const inOrder = chosen.flatMap(({ index, step, previous }) => {
    const link = links[index]
    if (!link) return []
    const { candidate, weight } = link
    const isRare = (forms.get(link.form) ?? 0) * 5 < chosen.length
    const { numeral } = link
    const number = isSole(numeral) ? 'sole' : `${numeral.value.join('.')} ${numeral.suffix ?? ''}`
    const before = links[previous ?? -1]
    const opensDivision = step === 'restart' && before !== undefined && restartsInDivision(before, link)
    if (opensDivision) seen.clear()
    const key = `${link.section} ${link.languages} ${number}`
    const repeats = seen.has(key)
    seen.add(key)
    const opensSection = before !== undefined && before.section !== link.section
    const opensText = step === 'restart' && !isFree && !opensSection && !opensDivision
    const isExpected = before !== undefined && isSole(before.numeral)
    const circumstances = { repeats: repeats && !isFree, isRare, restarts: opensText && !isExpected }
    const doubts = doubtsOf(link, step, circumstances)
    const found = { candidate, weight, step, section: link.section, doubts }
    return [opensText ? { ...found, opensText } : found]
  })
  const more = isFree ? [] : leftOut(links, chosen)
  if (more.length === 0) return inOrder
  const added = more.map(({ link, doubts }): Found => {
    return { candidate: link.candidate, weight: link.weight, step: 'gap', section: link.section, doubts }
  })
  const takesTurns = more.some(({ doubts }) => doubts.length === 0)
  const ordered = takesTurns ? inOrder.map(withoutRestart) : inOrder
  const all = [...ordered, ...added].sort((a, b) => a.candidate.start - b.candidate.start)
  return takesTurns ? withFirstRepeat(all) : all
}

/** Where two languages take turns, the second does not start anew. */
function withoutRestart({ candidate, weight, step, section, doubts }: Found): Found {
  const rest = doubts.filter((doubt) => doubt !== 'restart' && doubt !== 'repeat')
  return { candidate, weight, step, section, doubts: rest }
}

/** Two languages that take turns are told once, where the first number comes again. */
function withFirstRepeat(found: readonly Found[]): Found[] {
  const valueOf = (one: Found | undefined): string | undefined => one?.candidate.numeral?.value.join('.')
  const at = found.findIndex((one, i) => i > 0 && valueOf(one) === valueOf(found[i - 1]))
  return found.map((one, i) => (i === at ? { ...one, doubts: [...one.doubts, 'repeat'] } : one))
}

/** What the chain had to leave out and is a heading all the same, with what is doubted about each. */
function leftOut(
  links: readonly (Link & Weighed)[],
  chosen: readonly Chosen[],
): { link: Link & Weighed; doubts: readonly Doubt[] }[] {
  const doubled = doubledLinks(links, chosen)
  const rest = doubled.length > 0 ? [] : swappedLinks(links, chosen)
  const known = new Set([...doubled, ...rest])
  return [
    ...doubled.map((link) => ({ link, doubts: [] })),
    ...rest.map((link) => ({ link, doubts: ['order'] as const })),
    ...strandedLinks(links, chosen).flatMap((link) =>
      known.has(link) ? [] : [{ link, doubts: ['gap'] as const }],
    ),
  ]
}

/** How a heading is set: alike in all headings of a text, unlike in most references. */
function formOf({ opensLine, isCapitals, word, close, after }: Candidate): string {
  return `${opensLine ? 'line' : 'inline'} ${isCapitals ? 'A' : 'a'} ${word} ${close.slice(0, 1)}${after === 'line end' ? '$' : ''}`
}

function doubtsOf(
  link: Link & Weighed,
  step: Chosen['step'],
  { repeats, isRare, restarts }: Readonly<Record<'repeats' | 'isRare' | 'restarts', boolean>>,
): Doubt[] {
  const { candidate, weight } = link
  const doubts: Doubt[] = []
  if (step === 'gap') doubts.push('gap')
  if (restarts) doubts.push('restart')
  if (repeats) doubts.push('repeat')
  if (!candidate.opensLine) doubts.push('inline')
  if (link.isWithoutBody) doubts.push('empty')
  if (candidate.isQuoted) doubts.push('quoted')
  if (candidate.isMisspelt) doubts.push('misspelt')
  if (isRare) doubts.push('form')
  if (weight < 0) doubts.push('reference')
  return doubts
}
