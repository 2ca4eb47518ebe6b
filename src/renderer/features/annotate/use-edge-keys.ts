import { useMemo } from 'react'
import { useCommand } from '../../workspace/commands.ts'
import { useNavigation } from '../../workspace/navigation.ts'
import { notifyError } from '../../workspace/notify.ts'
import type { AnnotationActions } from './annotation-actions.ts'

/** Makes the selected annotation longer and shorter by keyboard, while no words are selected. */
export function useEdgeKeys(actions: AnnotationActions): void {
  const { annotationId, span } = useNavigation(({ annotationId, span }) => ({ annotationId, span }))
  const canMove = annotationId !== undefined && span === undefined
  const moves = useMemo(
    () => (canMove ? edgeMoves(actions, annotationId) : undefined),
    [actions, canMove, annotationId],
  )
  useCommand('annotation.endForward', moves?.endForward)
  useCommand('annotation.endBackward', moves?.endBackward)
  useCommand('annotation.startForward', moves?.startForward)
  useCommand('annotation.startBackward', moves?.startBackward)
}

/** Steps wait for each other, because each changes what the one before has left. */
let last: Promise<void> = Promise.resolve()

/** One sitting: moves of the same annotation, until another is selected. */
let sitting = { annotationId: '', group: '' }

function edgeMoves(
  actions: AnnotationActions,
  annotationId: string,
): Record<'endForward' | 'endBackward' | 'startForward' | 'startBackward', () => void> {
  if (sitting.annotationId !== annotationId) sitting = { annotationId, group: crypto.randomUUID() }
  const { group } = sitting
  const move = (edge: 'start' | 'end', direction: 'forward' | 'backward') => (): void => {
    last = last.then(() => actions.moveEdge(edge, direction, group)).catch(notifyError)
  }
  return {
    endForward: move('end', 'forward'),
    endBackward: move('end', 'backward'),
    startForward: move('start', 'forward'),
    startBackward: move('start', 'backward'),
  }
}
