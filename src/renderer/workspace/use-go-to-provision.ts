import { useCallback, useSyncExternalStore } from 'react'
import type { ProvisionPlace } from '#domain/notes/provision-link.ts'
import { isKept } from '#domain/shared/trash.ts'
import type { Text } from '#domain/text/text.ts'
import { textOf, type Catalog } from '../projection/library-model.ts'
import type { Projection } from '../projection/projection.ts'
import { showPlace } from './navigation.ts'
import { notify, notifyError } from './notify.ts'
import { useCatalog, useWorkspace } from './workspace.ts'

/** What is missing of a place, in words for the user. */
export const GONE = {
  agreement: 'This agreement is not in the library any more.',
  provision: 'This provision is not in the text any more.',
} as const

/** Goes to a provision in the text of its agreement that is worked with, or says that it is not there any more. */
export function useGoToProvision(): (place: ProvisionPlace) => void {
  const { projection } = useWorkspace()
  return useCallback(
    (place) => {
      const go = async (): Promise<void> => {
        const text = textAt(projection.catalog, place)
        if (!text) {
          notify(GONE.agreement)
          return
        }
        const model = await projection.loadText(text.id)
        const provision = model?.tree.find(place.provisionId)
        if (provision) showPlace(place.agreementId, provision.start, undefined, text.id)
        else notify(GONE.provision)
      }
      go().catch(notifyError)
    },
    [projection],
  )
}

/** What is known to be missing at a place, or nothing. Of a text that has not been read yet it is not asked. */
export function goneAt(projection: Projection, place: ProvisionPlace): keyof typeof GONE | undefined {
  const text = textAt(projection.catalog, place)
  if (!text) return 'agreement'
  const tree = projection.text(text.id)?.tree
  return tree !== undefined && tree.find(place.provisionId) === undefined ? 'provision' : undefined
}

/** What is known to be missing at a place, kept up to date. */
export function useGone(place: ProvisionPlace): keyof typeof GONE | undefined {
  const { projection } = useWorkspace()
  const textId = textAt(useCatalog(), place)?.id
  const subscribe = useCallback(
    (listener: () => void) => (textId === undefined ? notHeard : projection.onText(textId, listener)),
    [projection, textId],
  )
  return useSyncExternalStore(subscribe, () => goneAt(projection, place))
}

function textAt(catalog: Catalog, { agreementId }: ProvisionPlace): Text | undefined {
  const agreement = catalog.agreements.get(agreementId)
  return agreement && isKept(agreement) ? textOf(catalog, agreementId) : undefined
}

function notHeard(): void {}
