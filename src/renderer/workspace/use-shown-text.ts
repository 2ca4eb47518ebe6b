import type { AgreementId } from '#domain/shared/id.ts'
import type { Text } from '#domain/text/text.ts'
import { textOf } from '../projection/library-model.ts'
import { useNavigation } from './navigation.ts'
import { useCatalog } from './workspace.ts'

/** The text of an agreement that is on screen: the one that was chosen, or else the one that is worked with. */
export function useShownText(agreementId: AgreementId): Text | undefined {
  const catalog = useCatalog()
  const chosen = useNavigation(({ view }) =>
    view.kind === 'agreement' && view.agreementId === agreementId ? view.textId : undefined,
  )
  return textOf(catalog, agreementId, chosen)
}
