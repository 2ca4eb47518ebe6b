import { useCallback, useMemo } from 'react'
import type { AgreementId, TextId } from '#domain/shared/id.ts'
import type { ProvisionTree } from '#domain/structure/tree.ts'
import { textOf } from '../projection/library-model.ts'
import { useNavigation } from './navigation.ts'
import { useCatalog, useProvisionTree, useWorkspace } from './workspace.ts'

/** The texts that what is written can lead to. */
export interface LinkableTexts {
  /** The provisions of the agreement that is written about, in the text of it that is shown. */
  readonly own: { readonly agreementId: AgreementId; readonly tree: ProvisionTree } | undefined
  /** The text of an agreement that is worked with. */
  readonly textIdOf: (agreementId: AgreementId) => TextId | undefined
  /** The provisions of a text, if it has been read already. */
  readonly treeNow: (textId: TextId | undefined) => ProvisionTree | undefined
}

/** The texts of the library for somebody who writes about an agreement, or about none. */
export function useLinkableTexts(agreementId: AgreementId | undefined): LinkableTexts {
  const { projection } = useWorkspace()
  const catalog = useCatalog()
  const chosen = useNavigation(({ view }) =>
    view.kind === 'agreement' && view.agreementId === agreementId ? view.textId : undefined,
  )
  const ownTextId = agreementId === undefined ? undefined : textOf(catalog, agreementId, chosen)?.id
  const tree = useProvisionTree(ownTextId)
  const own = useMemo(
    () => (tree && agreementId !== undefined ? { agreementId, tree } : undefined),
    [tree, agreementId],
  )
  const textIdOf = useCallback((id: AgreementId) => textOf(catalog, id)?.id, [catalog])
  const treeNow = useCallback(
    (textId: TextId | undefined) => (textId === undefined ? undefined : projection.text(textId)?.tree),
    [projection],
  )
  return { own, textIdOf, treeNow }
}
