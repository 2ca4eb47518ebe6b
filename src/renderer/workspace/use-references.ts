import { useEffect, useMemo, useState } from 'react'
import type { Agreement } from '#domain/agreement/agreement.ts'
import { findReferences } from '#domain/references/find-references.ts'
import { languagesIn } from '#domain/references/languages-in.ts'
import { instrumentMatcher, type Nameable } from '#domain/references/match-instrument.ts'
import type { Reference } from '#domain/references/reference.ts'
import { isKept } from '#domain/shared/trash.ts'
import type { ProvisionTree } from '#domain/structure/tree.ts'
import type { Text } from '#domain/text/text.ts'
import type { TextModel } from '../projection/library-model.ts'
import { useCatalog } from './workspace.ts'

/** The references of texts, by their tree: found once for each structure of a text, whoever asks. */
const found = new WeakMap<ProvisionTree, readonly Reference[]>()

function referencesOf(tree: ProvisionTree, content: string, language: string): readonly Reference[] {
  const known = found.get(tree)
  if (known) return known
  const references = findReferences(content, tree, languagesIn(content, language))
  found.set(tree, references)
  return references
}

const NONE: readonly Reference[] = []

/** What a text refers to; empty until it is found, which is done after the text is on the screen. */
export function useReferences(
  text: Text | undefined,
  model: TextModel | undefined,
  content: string | undefined,
): readonly Reference[] {
  const [state, setState] = useState<{ tree?: ProvisionTree; references: readonly Reference[] }>({
    references: NONE,
  })
  const tree = model?.tree
  const language = text?.language
  useEffect(() => {
    if (!tree || content === undefined || language === undefined) return undefined
    const task = setTimeout(() => setState({ tree, references: referencesOf(tree, content, language) }))
    return () => clearTimeout(task)
  }, [tree, content, language])
  return state.tree === tree ? state.references : NONE
}

/** Finds the agreement of the library that a name means; an agreement does not refer to itself. */
export function useInstruments(own: string | undefined): (name: string) => Agreement | undefined {
  const { agreements } = useCatalog()
  return useMemo(() => {
    const named = [...agreements.values()].filter((a) => isKept(a) && a.id !== own).map(nameable)
    const match = instrumentMatcher(named)
    return (name) => agreements.get(match(name)?.id ?? '')
  }, [agreements, own])
}

function nameable({ id, title, shortTitle, signedOn }: Agreement): Nameable {
  return {
    id,
    title: title.value,
    ...(shortTitle === undefined ? {} : { shortTitle }),
    ...(signedOn === undefined || signedOn.value.uncertain ? {} : { signedOn: signedOn.value.iso }),
  }
}
