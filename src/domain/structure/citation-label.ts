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
 * chapter, because articles are numbered through; chapters are cited with their part, because they are not. A
 * paragraph without a printed number is cited by its place: `art 5 para 2`, never as if the number were printed.
 */
export function citationLabel(tree: ProvisionTree, provision: Provision): string {
  const path = tree.pathTo(provision)
  const unit = tree.unitOf(provision)
  const from = isDivision(provision.kind) ? 0 : path.indexOf(unit)
  const attachments = path.slice(0, from).filter((step) => isAttachment(step.kind))
  return [...attachments, ...path.slice(from)]
    .map((step) => ownLabel(tree, step))
    .reduce((label, part) => (label === '' || part.startsWith('(') ? label + part : `${label} ${part}`), '')
}

function ownLabel(tree: ProvisionTree, provision: Provision): string {
  if (provision.kind === 'paragraph' || provision.kind === 'point' || provision.kind === 'recital') {
    return provision.number === undefined ? placeLabel(tree, provision) : `(${provision.number})`
  }
  const word = WORDS[provision.kind]
  if (word && provision.number !== undefined) return `${word} ${provision.number}`
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
  return label
    .toLowerCase()
    .replace(/\barticle\b|\barts?\./g, 'art')
    .replace(/\bparagraph\b/g, 'para')
    .replace(/\s*\(\s*/g, '(')
    .replace(/\s*\)\s*/g, ')')
    .replace(/\s+/g, ' ')
    .trim()
}

/**
 * Finds what a person means by an address: a citation label, or a bare number (`5`, `3(4)(a)`) for an article;
 * `art 4` also finds the article printed as `IV`.
 */
export function findByAddress(tree: ProvisionTree, address: string): Provision | undefined {
  const folded = foldLabel(address)
  const wanted = /^\d/.test(folded) ? `art ${folded}` : folded
  return (
    tree.provisions.find((p) => foldLabel(citationLabel(tree, p)) === wanted) ??
    tree.provisions.find((p) => p.arabic !== undefined && `${WORDS[p.kind]} ${p.arabic}` === wanted)
  )
}
