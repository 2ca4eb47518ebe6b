import { CaseSensitive, ChevronDown, ChevronUp, WholeWord, X } from 'lucide-react'
import { useCallback, useEffect, useMemo, useRef, type ReactNode } from 'react'
import { hitFrom, makeFinder } from '#domain/text/find-words.ts'
import type { ProvisionTree } from '#domain/structure/tree.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { runCommand, useCommand } from '../../workspace/commands.ts'
import { useNavigation } from '../../workspace/navigation.ts'
import { closeFind, stepHit, useFind } from './find-state.ts'
import styles from './find-bar.module.css'

/** Longer selections are not what somebody looks for. */
const LONGEST_SELECTION = 100

/** Finds words in the text that is read: every hit is marked and counted. Present while a text is read. */
export function FindBar({
  content,
  tree,
}: {
  readonly content: string
  readonly tree: ProvisionTree
}): ReactNode {
  const { open, words, matchCase, wholeWords, hits, current } = useFind()
  const field = useRef<HTMLInputElement>(null)
  const finder = useMemo(() => makeFinder(content), [content])
  useEffect(() => closeFind, [content])

  // Who asks for the search wants to type.
  useEffect(() => (open ? field.current?.select() : undefined), [open])

  useEffect(() => {
    if (!open) return
    const found = finder(words, { matchCase, wholeWords })
    useFind.setState({ hits: found, current: hitFrom(found, whereReading(tree)) })
  }, [finder, tree, open, words, matchCase, wholeWords])

  useCommand(
    'find.open',
    useCallback(() => {
      const { span } = useNavigation.getState()
      const chosen = span && span.end - span.start <= LONGEST_SELECTION
      useFind.setState({ open: true, ...(chosen ? { words: content.slice(span.start, span.end) } : {}) })
      field.current?.select()
    }, [content]),
  )
  useCommand('find.next', hits.length > 0 ? next : undefined)
  useCommand('find.previous', hits.length > 0 ? previous : undefined)

  if (!open) return undefined
  return (
    <search className={styles['bar']} aria-label="Find in the text">
      <input
        ref={field}
        dir="auto"
        aria-label="Find in the text"
        placeholder="Find in the text"
        value={words}
        onChange={(event) => useFind.setState({ words: event.target.value })}
        onKeyDown={(event) => {
          if (event.key === 'Enter') stepHit(event.shiftKey ? -1 : 1)
          else if (event.key === 'Escape') closeFind()
          else return
          event.preventDefault()
        }}
      />
      <span role="status" className={styles['count']}>
        {countOf(words, hits.length, current)}
      </span>
      <IconButton label="Previous hit (Shift+F3)" disabled={hits.length === 0} onClick={previous}>
        <ChevronUp size={16} />
      </IconButton>
      <IconButton label="Next hit (F3)" disabled={hits.length === 0} onClick={next}>
        <ChevronDown size={16} />
      </IconButton>
      <IconButton
        label="Match capitals"
        aria-pressed={matchCase}
        onClick={() => useFind.setState({ matchCase: !matchCase })}
      >
        <CaseSensitive size={16} />
      </IconButton>
      <IconButton
        label="Whole words only"
        aria-pressed={wholeWords}
        onClick={() => useFind.setState({ wholeWords: !wholeWords })}
      >
        <WholeWord size={16} />
      </IconButton>
      <Button disabled={hits.length === 0} onClick={() => runCommand('annotate.hits')}>
        Code every hit…
      </Button>
      <IconButton label="Close (Escape)" onClick={closeFind}>
        <X size={16} />
      </IconButton>
    </search>
  )
}

const next = (): void => stepHit(1)
const previous = (): void => stepHit(-1)

/** Where the reader stands: a search goes on from there, not from the beginning. */
function whereReading(tree: ProvisionTree): number {
  const { span, provisionId } = useNavigation.getState()
  return span?.start ?? tree.find(provisionId ?? '')?.start ?? 0
}

function countOf(words: string, hits: number, current: number): string {
  if (words.trim() === '') return ''
  if (hits === 0) return 'No hits'
  return `${(current + 1).toLocaleString()} of ${hits.toLocaleString()}`
}
