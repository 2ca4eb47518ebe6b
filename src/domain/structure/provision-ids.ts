import { isAttachment, isDivision, type Doubt, type Provision, type ProvisionKind } from './provision.ts'

/** A provision before it has its id. What it lacks may be written as undefined: withIds leaves it out. */
export interface Draft extends Pick<Provision, 'kind' | 'depth' | 'start' | 'end' | 'textStart'> {
  readonly number?: string | undefined
  readonly arabic?: string | undefined
  readonly heading?: string | undefined
  readonly confidence: number
  readonly doubts?: readonly Doubt[] | undefined
}

const SHORT: Record<ProvisionKind, string> = {
  title: 'title',
  preamble: 'preamble',
  recital: 'r',
  part: 'part',
  titleDivision: 'tit',
  chapter: 'ch',
  section: 'sec',
  subsection: 'subsec',
  article: 'art',
  rule: 'rule',
  paragraph: 'p',
  point: 'pt',
  flush: 'flush',
  note: 'note',
  annex: 'annex',
  protocol: 'protocol',
  appendix: 'app',
  schedule: 'sched',
  testimonium: 'closing',
  signatures: 'signatures',
  furniture: 'furniture',
}

/** Kinds that are numbered by their place when no number is printed. */
const BY_PLACE: ReadonlySet<ProvisionKind> = new Set(['paragraph', 'point', 'recital', 'flush'])

/**
 * Names every provision by what is printed: `art-5`, `art-6.p-1.a`, `annex-2.art-1`. An article's id leaves out
 * its chapter, because articles are numbered through; within an annex they start again and carry it, and where they
 * start again in a part or chapter they carry that. The same name a second time gets `~2`. A text split again in the
 * same way gets the same ids.
 */
export function withIds(drafts: readonly Draft[]): Provision[] {
  const open: { depth: number; id: string; kind: ProvisionKind }[] = []
  const used = new Map<string, number>()
  const plain = new Map<string, number>()
  return drafts.map((draft) => {
    while (open.length > 0 && (open.at(-1)?.depth ?? 0) >= draft.depth) open.pop()
    const isUnit = draft.kind === 'article' || draft.kind === 'rule'
    const container = isUnit ? open.findLast((p) => isAttachment(p.kind)) : open.at(-1)
    const scope = container && !(isUnit && isDivision(container.kind)) ? `${container.id}.` : ''
    const own = segment(draft, scope, plain)
    const division = isUnit ? open.findLast((p) => isDivision(p.kind)) : undefined
    const plainName = scope + own
    const name = division && used.has(plainName) ? `${division.id}.${own}` : plainName
    const times = (used.get(name) ?? 0) + 1
    used.set(name, times)
    const id = times === 1 ? name : `${name}~${times}`
    open.push({ depth: draft.depth, id, kind: draft.kind })
    return named(id, draft)
  })
}

/** Written out for what is frequent: copying fields that are not known beforehand costs several times as much. */
function named(id: string, draft: Draft): Provision {
  const { kind, depth, start, end, textStart, number, arabic, heading, confidence, doubts } = draft
  if (arabic === undefined) {
    if (number === undefined && heading === undefined && doubts === undefined)
      return { id, kind, depth, start, end, textStart, confidence }
    if (number !== undefined && heading === undefined)
      return doubts === undefined
        ? { id, kind, depth, start, end, textStart, number, confidence }
        : { id, kind, depth, start, end, textStart, number, confidence, doubts }
    if (number !== undefined && heading !== undefined && doubts === undefined)
      return { id, kind, depth, start, end, textStart, number, heading, confidence }
  }
  return {
    id,
    kind,
    depth,
    start,
    end,
    textStart,
    ...(number === undefined ? {} : { number }),
    ...(arabic === undefined ? {} : { arabic }),
    ...(heading === undefined ? {} : { heading }),
    confidence,
    ...(doubts === undefined ? {} : { doubts }),
  }
}

const SIMPLE = /^[a-z0-9]*$/

function segment(draft: Draft, parent: string, plain: Map<string, number>): string {
  const word = SHORT[draft.kind]
  const printed = (draft.arabic ?? draft.number)?.toLowerCase()
  const number =
    printed !== undefined && !SIMPLE.test(printed) ? printed.replace(/[^\p{L}\p{N}]+/gu, '-') : printed
  if (number !== undefined && (draft.kind === 'paragraph' || draft.kind === 'point')) return number
  if (number !== undefined) return `${word}-${number}`
  if (!BY_PLACE.has(draft.kind)) return word
  const key = `${parent}${word}`
  const place = (plain.get(key) ?? 0) + 1
  plain.set(key, place)
  return `${word}-${place}`
}
