import type { ReactNode } from 'react'
import { citationLabel } from '#domain/structure/citation-label.ts'
import type { ProvisionTree } from '#domain/structure/tree.ts'
import { useJump, useNavigation } from '../../workspace/navigation.ts'
import styles from './breadcrumbs.module.css'

/** Where the reader stands, from the outermost part inwards; each step leads to its beginning. */
export function Breadcrumbs({ tree }: { readonly tree: ProvisionTree }): ReactNode {
  const provisionId = useNavigation((state) => state.provisionId)
  const stood = tree.find(provisionId ?? '')
  return (
    <nav aria-label="Where you are" className={styles['crumbs']}>
      <ol>
        {(stood ? tree.pathTo(stood) : []).map((provision) => (
          <li key={provision.id}>
            <button
              type="button"
              aria-current={provision === stood ? 'location' : undefined}
              onClick={() => useJump.setState({ offset: provision.start })}
            >
              {capital(citationLabel(tree, provision))}
              {provision.heading !== undefined && (
                <span className={styles['name']} dir="auto">
                  {provision.heading}
                </span>
              )}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}

function capital(words: string): string {
  return words.replace(/^./, (letter) => letter.toUpperCase())
}
