import type { ReactNode } from 'react'
import type { ProvisionPlace } from '#domain/notes/provision-link.ts'
import { useGoToProvision, useIsGone } from '../workspace/use-go-to-provision.ts'
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
