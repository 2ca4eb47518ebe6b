import { useCallback } from 'react'
import type { TextId } from '#domain/shared/id.ts'
import { useCommand } from '../../workspace/commands.ts'
import { openScreen } from '../../workspace/navigation.ts'

/** Opens the review of the text that is read. */
export function ReviewCommand({ textId }: { readonly textId: TextId }): undefined {
  useCommand(
    'review.open',
    useCallback(() => openScreen({ kind: 'review', textId }), [textId]),
  )
}
