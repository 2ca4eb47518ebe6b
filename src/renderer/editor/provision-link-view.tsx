import type { ReactNode } from 'react'
import type { ProvisionPlace } from '#domain/notes/provision-link.ts'
import { GONE, useGone, useGoToProvision } from '../workspace/use-go-to-provision.ts'
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
  const gone = useGone(place)
  if (gone)
    return (
      <span className={styles['gone']} title={GONE[gone]}>
        {children}
        <span className="visually-hidden"> ({GONE[gone]})</span>
      </span>
    )
  return (
    <button type="button" className={`${styles['link']} ${styles['place']}`} onClick={() => go(place)}>
      {children}
    </button>
  )
}
