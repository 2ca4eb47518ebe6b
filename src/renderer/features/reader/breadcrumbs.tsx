import type { ReactNode } from 'react'
import { citationLabel } from '#domain/structure/citation-label.ts'
import type { ProvisionTree } from '#domain/structure/tree.ts'
import { usePointedProvision } from '../../workspace/here.ts'
import { useNavigation } from '../../workspace/navigation.ts'
import styles from './breadcrumbs.module.css'
import { goToProvision } from './go-to-provision.ts'

/** Where the reader stands, from the outermost part inwards; each step leads to its beginning. */
export function Breadcrumbs({ tree }: { readonly tree: ProvisionTree }): ReactNode {
  const provisionId = useNavigation((state) => state.provisionId)
  const pointed = usePointedProvision(tree)
  const stood = tree.find(pointed ?? provisionId ?? '')
  return (
    <nav aria-label="Where you are" className={styles['crumbs']}>
      <ol>
        {(stood ? tree.pathTo(stood) : []).map((provision) => (
          <li key={provision.id}>
            <button
              type="button"
              aria-current={provision === stood ? 'location' : undefined}
              onClick={() => goToProvision(tree, provision)}
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
