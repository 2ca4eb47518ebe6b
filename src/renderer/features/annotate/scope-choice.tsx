import type { ReactNode } from 'react'
import type { ProvisionId } from '#domain/shared/id.ts'
import { citationLabel } from '#domain/structure/citation-label.ts'
import type { ProvisionTree } from '#domain/structure/tree.ts'
import styles from './scope-choice.module.css'

/** Which provision a theme is for: the article as a whole, or the paragraph or point where the reader is. */
export function ScopeChoice({
  tree,
  offered,
  chosen,
  onChoose,
}: {
  readonly tree: ProvisionTree
  /** The article first, then what stands inside it. */
  readonly offered: readonly ProvisionId[]
  readonly chosen: ProvisionId
  readonly onChoose: (id: ProvisionId) => void
}): ReactNode {
  return (
    <fieldset className={styles['scope']}>
      <legend>For the whole of</legend>
      {offered.map((id) => {
        const provision = tree.find(id)
        if (!provision) return undefined
        return (
          <label key={id}>
            <input type="radio" name="scope" checked={id === chosen} onChange={() => onChoose(id)} />
            <bdi>{citationLabel(tree, provision)}</bdi>
          </label>
        )
      })}
    </fieldset>
  )
}
