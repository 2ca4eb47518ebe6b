import { displayTitle, type Agreement } from '../agreement/agreement.ts'
import type { Annotation } from '../annotation/annotation.ts'
import type { Assessment } from '../bindingness/assessment.ts'
import type { Brief } from '../brief/brief.ts'
import { themeName, type Codebook, type Theme } from '../codebook/theme.ts'
import type { EntityStore } from '../library/apply.ts'
import type { Entity, EntityByKind, EntityRef } from '../library/entities.ts'
import { citationLabel } from '../structure/citation-label.ts'
import type { Provision, Structure } from '../structure/provision.ts'
import { treeOf, type ProvisionTree } from '../structure/tree.ts'
import type { TextId } from '../shared/id.ts'
import type { Text } from '../text/text.ts'

/** How an entity is called in a list: what it is, and what it belongs to. */
export interface EntityName {
  readonly name: string
  /** Where it stands: `art 4, Alliance of Port Arden`. */
  readonly from?: string
}

/** Longer quotations are cut in lists. UTF-16 units. */
const LONGEST_QUOTE = 90

/** Makes names of entities; provision trees are made once for each text. */
export function entityNamer(store: EntityStore): (ref: EntityRef, value: Entity) => EntityName {
  const trees = new Map<TextId, ProvisionTree | undefined>()
  const treeFor = (textId: TextId): ProvisionTree | undefined => {
    if (!trees.has(textId)) {
      const structure = find(store, 'structure', textId)
      trees.set(textId, structure && treeOf(structure.provisions))
    }
    return trees.get(textId)
  }
  const agreementOf = (textId: TextId): string | undefined => {
    const text = find(store, 'text', textId)
    const agreement = text && find(store, 'agreement', text.agreementId)
    return agreement && displayTitle(agreement)
  }
  const place = (textId: TextId, at: (tree: ProvisionTree) => Provision | undefined): { from?: string } => {
    const tree = treeFor(textId)
    const provision = tree && at(tree)
    // The provision first: it is short, and a list that is narrow cuts the end.
    const parts = [tree && provision && citationLabel(tree, provision), agreementOf(textId)]
    const from = parts.filter((part) => part !== undefined).join(', ')
    return from === '' ? {} : { from }
  }

  return (ref, value) => {
    switch (ref.kind) {
      case 'agreement':
        return { name: displayTitle(value as Agreement) }
      case 'text': {
        const text = value as Text
        return { name: `${text.original.fileName} (${text.language})`, ...place(text.id, () => undefined) }
      }
      case 'structure':
        return { name: 'Provisions', ...place((value as Structure).id, () => undefined) }
      case 'codebook':
        return { name: (value as Codebook).name }
      case 'theme':
        return { name: themeName(value as Theme) }
      case 'brief':
        return { name: (value as Brief).title }
      case 'annotation': {
        const { textId, target } = value as Annotation
        const { anchor } = target
        return {
          name: target.kind === 'provision' ? 'Whole provision' : `“${shortened(anchor.quote)}”`,
          ...place(textId, (tree) =>
            target.kind === 'provision' ? tree.find(target.provisionId) : tree.at(anchor.start),
          ),
        }
      }
      case 'assessment': {
        const { textId, provisionId } = value as Assessment
        return { name: 'Bindingness', ...place(textId, (tree) => tree.find(provisionId)) }
      }
    }
  }
}

function find<K extends 'agreement' | 'text' | 'structure'>(
  store: EntityStore,
  kind: K,
  id: string,
): EntityByKind[K] | undefined {
  // Safe: what stands under a kind is of that kind.
  return store.get({ kind, id }) as EntityByKind[K] | undefined
}

function shortened(quote: string): string {
  const line = quote.replace(/\s+/g, ' ').trim()
  return line.length <= LONGEST_QUOTE ? line : `${line.slice(0, LONGEST_QUOTE).trimEnd()}…`
}
