import type { Reference } from '#domain/references/reference.ts'
import { citationLabel } from '#domain/structure/citation-label.ts'
import type { Provision } from '#domain/structure/provision.ts'
import type { ProvisionTree } from '#domain/structure/tree.ts'

/** What is said of a reference while it has the pointer or the focus. */
export interface CardWords {
  readonly title: string
  readonly words?: string
}

/** How many letters of a provision are shown. */
const FIRST_WORDS = 160

const BROKEN = {
  'no such article': 'This text has no such article.',
  'no such paragraph': 'The article has no such paragraph.',
  'no such division': 'This text has no such part or annex.',
} as const

/** The card of a reference. `inLibrary` is the title of the other agreement when the library holds it. */
export function cardOf(
  reference: Reference,
  tree: ProvisionTree,
  content: string,
  inLibrary: string | undefined,
): CardWords {
  if (reference.kind === 'external') {
    const { name } = reference.instrument
    return {
      title: reference.address === undefined ? name : `${reference.address}, ${name}`,
      words: inLibrary === undefined ? 'Not in this library.' : `In this library: ${inLibrary}`,
    }
  }
  if (reference.broken !== undefined) return { title: BROKEN[reference.broken] }
  const targets = reference.targets.flatMap((id) => tree.find(id) ?? [])
  const [first] = targets
  const last = targets.at(-1)
  if (!first || !last) return { title: '' }
  const label = citationLabel(tree, first)
  if (first !== last) return { title: `${label} to ${citationLabel(tree, last)}` }
  const heading = first.heading === undefined ? '' : `: ${first.heading.replace(/\s+/g, ' ')}`
  const words = firstWords(tree, first, content)
  return { title: label + heading, ...(words === '' ? {} : { words }) }
}

function firstWords(tree: ProvisionTree, provision: Provision, content: string): string {
  const from =
    provision.textStart < provision.end ? provision.textStart : tree.childrenOf(provision)[0]?.textStart
  if (from === undefined) return ''
  const end = Math.min(from + FIRST_WORDS, provision.end)
  const words = content.slice(from, end).replace(/\s+/g, ' ').trim()
  return end < provision.end ? `${words}…` : words
}
