import { useEffect, useMemo, useRef, type RefObject } from 'react'
import type { ProvisionId } from '#domain/shared/id.ts'
import type { Provision } from '#domain/structure/provision.ts'
import type { ProvisionTree } from '#domain/structure/tree.ts'
import { announce } from '../../workspace/announce.ts'
import { useCommand } from '../../workspace/commands.ts'
import { signOf } from '../../workspace/key-signs.ts'
import { leavesLetters } from '../../workspace/letter-keys.ts'
import { useJump, useNavigation } from '../../workspace/navigation.ts'
import { domRanges } from './text-offsets.ts'

/**
 * The text by keyboard: `j` and `k` go through the units; `]` and `[` grow and shrink the selection by a word at its
 * end, `}` and `{` move its start, so that words can be chosen without a mouse.
 */
export function useReadingKeys(
  page: RefObject<HTMLElement | null>,
  tree: ProvisionTree,
  summaryOf: (id: ProvisionId) => string,
): void {
  const summary = useRef(summaryOf)
  useEffect(() => {
    summary.current = summaryOf
  })
  const step = useMemo(
    () => (by: 1 | -1) => (): void => {
      const here = tree.units.findIndex((unit) => unit.id === useNavigation.getState().provisionId)
      const next = tree.units[Math.min(Math.max(here + by, 0), tree.units.length - 1)]
      if (!next) return
      getSelection()?.removeAllRanges()
      useNavigation.setState({ provisionId: next.id, annotationId: undefined, span: undefined })
      useJump.setState({ offset: next.start })
      page.current?.focus({ preventScroll: true })
      announce(summary.current(next.id))
    },
    [page, tree],
  )
  useCommand(
    'go.next',
    useMemo(() => step(1), [step]),
  )
  useCommand(
    'go.previous',
    useMemo(() => step(-1), [step]),
  )

  useEffect(() => {
    const change = (event: KeyboardEvent): void => {
      const root = page.current
      if (!root || event.ctrlKey || event.metaKey || event.altKey || leavesLetters()) return
      const edge = EDGES[signOf(event)]
      const { annotationId, span } = useNavigation.getState()
      // The edges of a selected annotation move by commands of their own.
      if (!edge || (annotationId !== undefined && !span)) return
      event.preventDefault()
      const unit = tree.find(useNavigation.getState().provisionId ?? '') ?? tree.units[0]
      if (unit) changeSelection(root, unit, edge)
    }
    document.addEventListener('keydown', change)
    return () => document.removeEventListener('keydown', change)
  }, [page, tree])
}

interface Edge {
  readonly end: boolean
  readonly forward: boolean
}

const EDGES: Readonly<Record<string, Edge>> = {
  ']': { end: true, forward: true },
  '[': { end: true, forward: false },
  '}': { end: false, forward: true },
  '{': { end: false, forward: false },
}

function changeSelection(root: HTMLElement, unit: Provision, edge: Edge): void {
  const selection = getSelection()
  if (!selection) return
  if (selection.isCollapsed || !root.contains(selection.anchorNode)) startSelection(root, unit, selection)
  // The moving end of a selection is its focus: the selection is turned round to move its start.
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection
  if (!anchorNode || !focusNode) return
  const backward = selection.direction === 'backward'
  if (edge.end === backward) selection.setBaseAndExtent(focusNode, focusOffset, anchorNode, anchorOffset)
  selection.modify('extend', edge.forward ? 'forward' : 'backward', 'word')
}

/** Puts the caret before the first word of a unit's own text. */
function startSelection(root: HTMLElement, unit: Provision, selection: Selection): void {
  const element = root.querySelector(`[data-unit="${CSS.escape(unit.id)}"]`)
  const from = unit.textStart < unit.end ? unit.textStart : unit.start
  const first = element && domRanges(element, { start: from, end: unit.end })[0]
  if (first)
    selection.setBaseAndExtent(
      first.startContainer,
      first.startOffset,
      first.startContainer,
      first.startOffset,
    )
}
