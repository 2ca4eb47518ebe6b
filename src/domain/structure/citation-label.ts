import { asciiDigits } from '../shared/ascii-digits.ts'
import { isAttachment, isDivision, type Provision } from './provision.ts'
import type { ProvisionTree } from './tree.ts'

const WORDS: Partial<Record<Provision['kind'], string>> = {
  part: 'part',
  titleDivision: 'title',
  chapter: 'ch',
  section: 'sec',
  subsection: 'subsec',
  article: 'art',
  rule: 'rule',
  note: 'note',
  annex: 'annex',
  protocol: 'protocol',
  appendix: 'app',
  schedule: 'sched',
}

const UNNUMBERED: Partial<Record<Provision['kind'], string>> = {
  title: 'title',
  preamble: 'preamble',
  testimonium: 'closing',
  signatures: 'signatures',
  flush: 'flush words',
}

/**
 * How a provision is cited: `art 5`, `art 3(4)(a)`, `preamble`, `annex 1 art 3`. Articles are cited without their
 * chapter, because articles are numbered through, and with it where they start again in each (`ch II art 1`); chapters
 * are cited with their part, because they always do. A
 * paragraph without a printed number is cited by its place: `art 5 para 2`, never as if the number were printed.
 */
export function citationLabel(tree: ProvisionTree, provision: Provision): string {
  return labelWith(tree, provision, asPrinted)
}

/** Which of its numbers a provision is called by. */
type NumberOf = (provision: Provision) => string | undefined

const asPrinted: NumberOf = ({ number }) => number
const inArabicDigits: NumberOf = ({ number, arabic }) => arabic ?? number

function labelWith(tree: ProvisionTree, provision: Provision, numberOf: NumberOf): string {
  const path = tree.pathTo(provision)
  const unit = tree.unitOf(provision)
  const from = isDivision(provision.kind) ? 0 : path.indexOf(unit)
  const above = path.slice(0, from)
  const attachments = above.filter((step) => isAttachment(step.kind))
  const divisions = above.slice(above.findLastIndex((step) => isAttachment(step.kind)) + 1)
  const isNumberedAnew = divisions.length > 0 && numberedAnew(tree).has(attachments.at(-1)?.id ?? '')
  return [...attachments, ...(isNumberedAnew ? divisions : []), ...path.slice(from)]
    .map((step) => ownLabel(tree, step, numberOf(step)))
    .reduce((label, part) => (label === '' || part.startsWith('(') ? label + part : `${label} ${part}`), '')
}

const scopesNumberedAnew = new WeakMap<ProvisionTree, ReadonlySet<string>>()

/** The ids of the attachments, `` for the main text, whose articles start again at 1 in another division. */
function numberedAnew(tree: ProvisionTree): ReadonlySet<string> {
  const known = scopesNumberedAnew.get(tree)
  if (known) return known
  const firstIn = new Map<string, string>()
  const anew = new Set<string>()
  for (const provision of tree.provisions) {
    if (provision.kind !== 'article' || inArabicDigits(provision) !== '1') continue
    const above = tree.pathTo(provision).slice(0, -1)
    const scope = above.findLast(({ kind }) => isAttachment(kind))?.id ?? ''
    const divisions = above.filter(({ kind }) => isDivision(kind))
    const place = divisions.map((p) => `${p.kind} ${inArabicDigits(p) ?? ''}`).join(' ')
    const first = firstIn.get(scope)
    if (first === undefined) firstIn.set(scope, place)
    else if (first !== place && place !== '') anew.add(scope)
  }
  scopesNumberedAnew.set(tree, anew)
  return anew
}

function ownLabel(tree: ProvisionTree, provision: Provision, number: string | undefined): string {
  if (provision.kind === 'paragraph' || provision.kind === 'point' || provision.kind === 'recital') {
    return number === undefined ? placeLabel(tree, provision) : `(${number})`
  }
  const word = WORDS[provision.kind]
  if (word && number !== undefined) return `${word} ${number}`
  return UNNUMBERED[provision.kind] ?? word ?? provision.kind
}

function placeLabel(tree: ProvisionTree, provision: Provision): string {
  const parent = tree.parentOf(provision)
  const siblings = parent
    ? tree.childrenOf(parent)
    : tree.provisions.filter((p) => p.depth === provision.depth)
  const unnumbered = siblings.filter((p) => p.kind === provision.kind && p.number === undefined)
  const word = provision.kind === 'recital' ? 'recital' : 'para'
  return `${word} ${unnumbered.findIndex((p) => p.id === provision.id) + 1}`
}

/** The label as a person types or hears it, folded for look-up: `Art. 3 (4)(a)` and `art 3(4)(a)` are one. */
export function foldLabel(label: string): string {
  return asciiDigits(label)
    .toLowerCase()
    .replace(/\barticle\b|\barts?\./g, 'art')
    .replace(/\bparagraph\b/g, 'para')
    .replace(/\s*\(\s*/g, '(')
    .replace(/\s*\)\s*/g, ')')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Provisions by their folded labels, the first of those that share one. */
interface AddressBook {
  readonly asPrinted: ReadonlyMap<string, Provision>
  readonly inArabicDigits: ReadonlyMap<string, Provision>
}

/** Made when a text is first asked for an address: thousands of labels are not written again for every letter. */
const addressBooks = new WeakMap<ProvisionTree, AddressBook>()

function addressBookOf(tree: ProvisionTree): AddressBook {
  const known = addressBooks.get(tree)
  if (known) return known
  const by = (numberOf: NumberOf): ReadonlyMap<string, Provision> => {
    const found = new Map<string, Provision>()
    for (const provision of tree.provisions) {
      const label = foldLabel(labelWith(tree, provision, numberOf))
      if (!found.has(label)) found.set(label, provision)
    }
    return found
  }
  const made = { asPrinted: by(asPrinted), inArabicDigits: by(inArabicDigits) }
  addressBooks.set(tree, made)
  return made
}

/**
 * Finds what a person means by an address: a citation label, or a bare number (`5`, `IV`, `3(4)(a)`) for an article.
 * Digits of any script will do, and `4(2)` also finds paragraph 2 of the article printed as `IV`.
 */
export function findByAddress(tree: ProvisionTree, address: string): Provision | undefined {
  const folded = foldLabel(address)
  if (folded === '') return undefined
  const { asPrinted: printed, inArabicDigits: arabic } = addressBookOf(tree)
  const wanted = /^\d/.test(folded) ? `art ${folded}` : folded
  return printed.get(wanted) ?? arabic.get(wanted) ?? printed.get(`art ${folded}`)
}
