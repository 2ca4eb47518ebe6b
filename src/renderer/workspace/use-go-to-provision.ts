import { useCallback } from 'react'
import type { ProvisionPlace } from '#domain/notes/provision-link.ts'
import { isKept } from '#domain/shared/trash.ts'
import { textOf } from '../projection/library-model.ts'
import { showPlace } from './navigation.ts'
import { notify, notifyError } from './notify.ts'
import { useCatalog, useWorkspace } from './workspace.ts'

/** Goes to a provision in the text of its agreement that is worked with, or says that it is not there any more. */
export function useGoToProvision(): (place: ProvisionPlace) => void {
  const { projection } = useWorkspace()
  return useCallback(
    ({ agreementId, provisionId }) => {
      const go = async (): Promise<void> => {
        const agreement = projection.catalog.agreements.get(agreementId)
        const text = agreement && isKept(agreement) ? textOf(projection.catalog, agreementId) : undefined
        const model = text && (await projection.loadText(text.id))
        const provision = model?.tree.find(provisionId)
        if (provision) showPlace(agreementId, provision.start, undefined, text?.id)
        else notify('This provision is not in the library any more.')
      }
      go().catch(notifyError)
    },
    [projection],
  )
}

/** Whether it is known that there is nothing at a place. Of a text that has not been read yet it is not asked. */
export function useIsGone({ agreementId, provisionId }: ProvisionPlace): boolean {
  const catalog = useCatalog()
  const { projection } = useWorkspace()
  const agreement = catalog.agreements.get(agreementId)
  const text = agreement && isKept(agreement) ? textOf(catalog, agreementId) : undefined
  if (!text) return true
  const tree = projection.text(text.id)?.tree
  return tree !== undefined && tree.find(provisionId) === undefined
}
