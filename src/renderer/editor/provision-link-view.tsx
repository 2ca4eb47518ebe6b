import type { ReactNode } from 'react'
import type { ProvisionPlace } from '#domain/notes/provision-link.ts'
import { isKept } from '#domain/shared/trash.ts'
import { textOf } from '../projection/library-model.ts'
import { useGoToProvision } from '../workspace/use-go-to-provision.ts'
import { useCatalog, useWorkspace } from '../workspace/workspace.ts'
import styles from './editor.module.css'

/** A link in a note that leads to a provision of the library, or says that it is gone. */
export function ProvisionLinkView({
  place,
  children,
}: {
  readonly place: ProvisionPlace
  readonly children: ReactNode
}): ReactNode {
  const go = useGoToProvision()
  if (useIsGone(place))
    return (
      <span className={styles['gone']} title="This provision is not in the library any more.">
        {children}
      </span>
    )
  return (
    <button type="button" className={`${styles['link']} ${styles['place']}`} onClick={() => go(place)}>
      {children}
    </button>
  )
}

/** Whether it is known that there is nothing at a place. Of a text that has not been read yet it is not asked. */
function useIsGone({ agreementId, provisionId }: ProvisionPlace): boolean {
  const catalog = useCatalog()
  const { projection } = useWorkspace()
  const agreement = catalog.agreements.get(agreementId)
  const text = agreement && isKept(agreement) ? textOf(catalog, agreementId) : undefined
  if (!text) return true
  const tree = projection.text(text.id)?.tree
  return tree !== undefined && tree.find(provisionId) === undefined
}
