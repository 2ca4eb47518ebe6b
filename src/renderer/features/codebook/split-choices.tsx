import { useEffect, useState, type ReactNode } from 'react'
import type { Annotation } from '#domain/annotation/annotation.ts'
import { displayTitle } from '#domain/agreement/agreement.ts'
import type { AnnotationId, TextId } from '#domain/shared/id.ts'
import { citationLabel } from '#domain/structure/citation-label.ts'
import type { ProvisionTree } from '#domain/structure/tree.ts'
import { notifyError } from '../../workspace/notify.ts'
import { useCatalog, useWorkspace } from '../../workspace/workspace.ts'
import styles from './dialogs.module.css'

/** So many are listed at once; the filter finds the rest. */
const MOST_LISTED = 200

/** The codings of a theme that is split, each with where it stands, to be ticked off. */
export function SplitChoices({
  given,
  chosen,
  onToggle,
}: {
  readonly given: readonly Annotation[]
  readonly chosen: ReadonlySet<string>
  readonly onToggle: (id: AnnotationId) => void
}): ReactNode {
  const { texts, agreements } = useCatalog()
  const [typed, setTyped] = useState('')
  const titleOf = (textId: TextId): string => {
    const agreement = agreements.get(texts.get(textId)?.agreementId ?? '')
    return agreement ? displayTitle(agreement) : ''
  }
  const wanted = typed.toLowerCase().split(/\s+/).filter(Boolean)
  const found = given.filter(({ textId, target }) => {
    const words = `${titleOf(textId)} ${target.anchor.quote}`.toLowerCase()
    return wanted.every((word) => words.includes(word))
  })
  const listed = found.slice(0, MOST_LISTED)
  const trees = useTrees(listed.map(({ textId }) => textId))
  const labelOf = ({ textId, target }: Annotation): string => {
    const tree = trees.get(textId)
    const provision = tree?.at(target.anchor.start)
    return tree && provision ? citationLabel(tree, provision) : ''
  }
  return (
    <>
      <input
        type="search"
        className={styles['filter']}
        aria-label="Filter the codings"
        placeholder="Filter by words or agreement"
        dir="auto"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <fieldset>
        <legend>
          Codings that go to it: {chosen.size} of {given.length}
        </legend>
        <div className={styles['codings']}>
          {listed.map((annotation) => (
            <label key={annotation.id}>
              <input
                type="checkbox"
                checked={chosen.has(annotation.id)}
                onChange={() => onToggle(annotation.id)}
              />
              <span dir="auto">{annotation.target.anchor.quote.slice(0, 160)}</span>
              <span className={styles['where']}>
                <bdi>{titleOf(annotation.textId)}</bdi> {labelOf(annotation)}
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      {found.length > MOST_LISTED && (
        <p className={styles['where']}>
          These are the first {MOST_LISTED} of {found.length.toLocaleString()}. The filter finds the others.
        </p>
      )}
    </>
  )
}

/** The provisions of texts, as they are read. */
function useTrees(textIds: readonly TextId[]): ReadonlyMap<TextId, ProvisionTree> {
  const { projection } = useWorkspace()
  const [trees, setTrees] = useState<ReadonlyMap<TextId, ProvisionTree>>(new Map())
  const wanted = [...new Set(textIds)].sort().join(' ')
  useEffect(() => {
    let isWanted = true
    const read = async (): Promise<void> => {
      for (const textId of wanted.split(' ').filter(Boolean)) {
        const model = await projection.loadText(textId)
        if (!isWanted) return
        if (model) setTrees((before) => new Map(before).set(textId, model.tree))
      }
    }
    read().catch(notifyError)
    return () => {
      isWanted = false
    }
  }, [projection, wanted])
  return trees
}
