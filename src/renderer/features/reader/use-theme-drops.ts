import { useEffect, useRef, type RefObject } from 'react'
import { sentenceAt } from '#domain/text/sentence-at.ts'
import type { ThemeId } from '#domain/shared/id.ts'
import type { Provision } from '#domain/structure/provision.ts'
import type { ProvisionTree } from '#domain/structure/tree.ts'
import { dragsTheme, droppedTheme } from '../../workspace/dragged-theme.ts'
import { useNavigation, type Span } from '../../workspace/navigation.ts'
import { usePointedWords } from '../../workspace/pointed-words.ts'
import { offsetOfPoint } from './text-offsets.ts'

/** What a theme is dropped on. */
export type DropTarget =
  | { readonly kind: 'words'; readonly span: Span }
  | { readonly kind: 'provision'; readonly provision: Provision }

/** Gives a theme to what it was dropped on. */
export type OnThemeDrop = (themeId: ThemeId, target: DropTarget) => void

/**
 * Takes themes that are dragged onto the text: on the selected words they go to these, on a heading or a number to the
 * whole provision, elsewhere to the sentence under the pointer. What would be marked is shown on the way.
 */
export function useThemeDrops(
  page: RefObject<HTMLElement | null>,
  tree: ProvisionTree,
  content: string,
  language: string,
  onDrop: OnThemeDrop | undefined,
): void {
  const latest = useRef(onDrop)
  useEffect(() => {
    latest.current = onDrop
  })
  const takes = onDrop !== undefined
  useEffect(() => {
    const root = page.current
    if (!root || !takes) return undefined
    const targetOf = (event: DragEvent): DropTarget | undefined =>
      dropTarget(root, tree, content, language, event)
    const over = (event: DragEvent): void => {
      if (!dragsTheme(event.dataTransfer)) return
      const target = targetOf(event)
      const marked = target && (target.kind === 'words' ? target.span : target.provision)
      show(marked)
      if (!marked || !event.dataTransfer) return
      event.preventDefault()
      event.dataTransfer.dropEffect = 'copy'
    }
    const leave = (event: DragEvent): void => {
      if (!root.contains(event.relatedTarget as Node | null)) show(undefined)
    }
    const drop = (event: DragEvent): void => {
      const themeId = droppedTheme(event.dataTransfer)
      const target = targetOf(event)
      show(undefined)
      if (themeId === undefined || !target) return
      event.preventDefault()
      latest.current?.(themeId, target)
    }
    root.addEventListener('dragover', over)
    root.addEventListener('dragleave', leave)
    root.addEventListener('drop', drop)
    return () => {
      root.removeEventListener('dragover', over)
      root.removeEventListener('dragleave', leave)
      root.removeEventListener('drop', drop)
      show(undefined)
    }
  }, [page, tree, content, language, takes])
}

/** Shows which words would be marked. */
function show(span: Span | undefined): void {
  const [before] = usePointedWords.getState().spans
  if (before?.start !== span?.start || before?.end !== span?.end)
    usePointedWords.setState({ spans: span ? [{ start: span.start, end: span.end }] : [] })
}

function dropTarget(
  root: HTMLElement,
  tree: ProvisionTree,
  content: string,
  language: string,
  event: DragEvent,
): DropTarget | undefined {
  const caret = document.caretPositionFromPoint(event.clientX, event.clientY)
  const offset =
    caret && root.contains(caret.offsetNode) ? offsetOfPoint(root, caret.offsetNode, caret.offset) : undefined
  const provision = offset === undefined ? undefined : tree.at(offset)
  if (offset === undefined || !provision) return undefined
  const { span } = useNavigation.getState()
  if (span && span.start <= offset && offset <= span.end) return { kind: 'words', span }
  if (offset < provision.textStart) return { kind: 'provision', provision }
  const next = tree.childrenOf(provision).find((child) => child.start > offset)
  const within = { start: provision.textStart, end: next?.start ?? provision.end }
  const sentence = sentenceAt(content, within, offset, language)
  return sentence && { kind: 'words', span: sentence }
}
