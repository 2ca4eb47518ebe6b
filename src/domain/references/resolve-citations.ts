import type { Provision } from '../structure/provision.ts'
import type { ProvisionTree } from '../structure/tree.ts'
import type { Addresses, Resolution } from './addresses.ts'
import type { Reference } from './reference.ts'
import type { Chain, Item } from './step.ts'

/** Whose provisions a citation names. */
export type Owner =
  /** The text says that they are this agreement's. */
  | { readonly kind: 'own' }
  /** Nothing is said: this agreement's. */
  | { readonly kind: 'bare' }
  /** `the Convention`: this agreement's when it calls itself so. */
  | { readonly kind: 'generic'; readonly noun: string; readonly words: string }
  /** Something else that has them; it has no name that could be listed. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'other'; readonly name: string; readonly isShort: boolean }

/** A citation as it stands in the text, before its numbers are looked up. */
export interface Citation {
  readonly start: number
  readonly end: number
  /** Where the provisions end and the instrument's words begin. */
  readonly addressEnd: number
  /** Absent when an instrument is named as a whole. */
  readonly chain?: Chain
  readonly owner: Owner
}

/** Looks the citations of a text up. Those of which it cannot be told what they mean are left out. */
export function referencesOf(
  text: string,
  tree: ProvisionTree,
  addresses: Addresses,
  citations: readonly Citation[],
): Reference[] {
  const isOwnNoun = ownNouns(text, tree)
  const owners = carriedBack(
    text,
    citations.map(({ owner }) => settled(owner, isOwnNoun)),
    citations,
  )
  let last: { at: number; targets: readonly Provision[]; unit: string; isOther: boolean } | undefined
  return citations.flatMap((citation, i) => {
    const owner = owners[i] ?? citation.owner
    const from = tree.at(citation.start)
    if (!from) return []
    const place = { start: citation.start, end: citation.end, from: from.id }
    if (owner.kind === 'other') {
      last = { at: citation.end, targets: [], unit: tree.unitOf(from).id, isOther: true }
      const { chain } = citation
      return [
        {
          ...place,
          kind: 'external' as const,
          ...(chain ? { address: folded(text.slice(citation.start, citation.addressEnd)) } : {}),
          instrument: { name: folded(owner.name), isShort: owner.isShort },
        },
      ]
    }
    const { chain } = citation
    if (!chain || ((from.kind === 'preamble' || from.kind === 'recital') && owner.kind === 'bare')) return []
    if (owner.kind === 'unknown') return []
    if (chain.steps.some(({ pointing }) => pointing === 'same')) return []
    const isInner = chain.steps[0]?.level === 'paragraph' || chain.steps[0]?.level === 'point'
    // `paragraph 2` right behind an article of another instrument is probably that one's.
    if (isInner && owner.kind === 'bare' && last?.isOther && isSameSentence(text, last.at, citation.start))
      return []
    return pieces(chain).flatMap(({ start, end, item }): Reference[] => {
      const found = addresses.resolve(chain.steps, item, from, owner.kind === 'own')
      if (!found) return []
      // What opens a line is a heading that the structure did not find rather than a reference to nothing.
      if ('broken' in found && opensLine(text, start)) return []
      if (closesLine(text, end) && opensLine(text, start)) return []
      if ('broken' in found)
        return [{ start, end, from: from.id, kind: 'internal', targets: [], broken: found.broken }]
      last = { at: end, targets: found.targets, unit: tree.unitOf(from).id, isOther: false }
      return [{ start, end, from: from.id, kind: 'internal', targets: idsOf(found) }]
    })
  })
}

function closesLine(text: string, end: number): boolean {
  let at = end
  while (at < end + 8 && ' \t*:.–—'.includes(text.charAt(at) || '\n')) at++
  return at >= text.length || text.charAt(at) === '\n'
}

function opensLine(text: string, start: number): boolean {
  return /(?:^|\n)[^\p{L}\p{N}\n]*$/u.test(text.slice(Math.max(0, start - 12), start))
}

function idsOf(found: Exclude<Resolution, { broken: unknown }>): string[] {
  return found.targets.map(({ id }) => id)
}

/** One part for each item of the list, so that each can be followed; the first and last hold the words around. */
function pieces({ start, end, listed }: Chain): { start: number; end: number; item: Item | undefined }[] {
  const { items } = listed
  if (items.length < 2) return [{ start, end, item: items[0] }]
  return items.map((item, i) => ({
    start: i === 0 ? start : item.start,
    end: i === items.length - 1 ? end : item.end,
    item,
  }))
}

function isSameSentence(text: string, from: number, to: number): boolean {
  return to - from < 300 && !/[.;。؛](?=\s)|\n/.test(text.slice(from, to))
}

function settled(owner: Owner, isOwnNoun: (noun: string) => boolean): Owner {
  if (owner.kind !== 'generic') return owner
  return isOwnNoun(owner.noun) ? { kind: 'own' } : { kind: 'other', name: owner.words, isShort: true }
}

/** Words that may stand between citations that share what follows the last: `Article 31 and Article 32 of the Convention`. */
const JOINT =
  /^\s*[,،;]?\s*(?:(?:and|or|et|ou|y|e|o|und|oder|en|of|ed|и|или|و|یا|أو)\s*)?(?:the|de|l['’]|à|el|la|los|del|do|the)?\s*(?:l['’])?$/i

function carriedBack(text: string, owners: readonly Owner[], citations: readonly Citation[]): Owner[] {
  const carried = [...owners]
  for (let i = citations.length - 2; i >= 0; i--) {
    const next = carried[i + 1]
    const [here, behind] = [citations[i], citations[i + 1]]
    if (carried[i]?.kind !== 'bare' || next?.kind !== 'other' || !here || !behind?.chain) continue
    if (behind.start - here.end < 20 && JOINT.test(text.slice(here.end, behind.start))) carried[i] = next
  }
  return carried
}

/** Whether a noun is what the agreement calls itself: in its title, or with `this` before it. */
function ownNouns(text: string, tree: ProvisionTree): (noun: string) => boolean {
  const title = tree.provisions.find(({ kind }) => kind === 'title')
  const head = title ? text.slice(title.start, title.end).toLowerCase() : ''
  const known = new Map<string, boolean>()
  return (noun) => {
    const before = known.get(noun)
    if (before !== undefined) return before
    const stem = noun.length > 6 && /^[а-я]/.test(noun) ? noun.slice(0, -1) : noun
    const isOwn = head.includes(stem) || saysThis(text, stem)
    known.set(noun, isOwn)
    return isOwn
  }
}

const THIS =
  'this|present|presente?s?|pr[ée]sente?|ce|cette|este|esta|deste|desta|dieses?|diesem|dieser|vorliegenden|dit|deze|questo|questa|настоящ\\p{L}+|هذه|هذا|این|本|이'

/** An agreement says early on what it calls itself. UTF-16 units. */
const SAMPLE = 100_000

function saysThis(text: string, noun: string): boolean {
  const escaped = noun.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`(?<![\\p{L}])(?:${THIS})\\s{0,3}(?:\\p{L}+\\s)?(?:ال)?${escaped}`, 'iu').test(
    text.slice(0, SAMPLE),
  )
}

function folded(words: string): string {
  return words.replace(/\s+/g, ' ').trim()
}
