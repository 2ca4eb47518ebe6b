import { useCallback, useEffect, useMemo, type RefObject } from 'react'
import type { ProvisionId, TextId } from '#domain/shared/id.ts'
import { citationLabel } from '#domain/structure/citation-label.ts'
import type { ProvisionTree } from '#domain/structure/tree.ts'
import { announce } from '../../workspace/announce.ts'
import { useCommand } from '../../workspace/commands.ts'
import { useNavigation } from '../../workspace/navigation.ts'
import { isRead, markRead } from '../../workspace/read-provisions.ts'
import { useWorkspace } from '../../workspace/workspace.ts'
import { makeReadingWatch, type Seen } from './reading-watch.ts'

/** How often the screen is looked at. */
const EVERY_S = 1

/** Who has moved nothing for so long is elsewhere. */
const AWAY_S = 60

/** What shows that somebody is there. */
const SIGNS = ['pointermove', 'pointerdown', 'keydown', 'wheel'] as const

/** Notes what is read of a text while it is on the screen; a key marks a provision as read or as not read. */
export function useReadingWatch(
  page: RefObject<HTMLElement | null>,
  textId: TextId,
  tree: ProvisionTree,
): void {
  const workspace = useWorkspace()
  const watch = useMemo(() => ({ of: textId, ...makeReadingWatch() }), [textId])

  useEffect(() => {
    let lastSign = performance.now()
    const sign = (): void => {
      lastSign = performance.now()
    }
    const look = (): void => {
      const isAway = performance.now() - lastSign > AWAY_S * 1000
      if (isAway || document.hidden || !page.current) return
      markRead(workspace, textId, watch.look(seenIn(page.current, tree), EVERY_S), true)
    }
    const timer = setInterval(look, EVERY_S * 1000)
    for (const name of SIGNS) window.addEventListener(name, sign, { passive: true, capture: true })
    return () => {
      clearInterval(timer)
      for (const name of SIGNS) window.removeEventListener(name, sign, { capture: true })
    }
  }, [workspace, page, textId, tree, watch])

  const provisionId = useNavigation((state) => state.provisionId)
  const mark = useCallback(() => {
    const provision = tree.find(provisionId ?? '')
    if (!provision) return
    const wasRead = isRead(workspace, textId, provision.id)
    if (wasRead) watch.leave(provision.id)
    markRead(workspace, textId, [provision.id], !wasRead)
    announce(`${citationLabel(tree, provision)} ${wasRead ? 'not read' : 'read'}`)
  }, [workspace, textId, tree, watch, provisionId])
  useCommand('reading.mark', provisionId === undefined ? undefined : mark)
}

/** The provisions on the screen. */
function seenIn(page: HTMLElement, tree: ProvisionTree): Seen[] {
  const screen = page.closest('[data-scroller]')?.getBoundingClientRect()
  if (!screen) return []
  return [...page.querySelectorAll<HTMLElement>('[data-unit]')].flatMap((element): Seen[] => {
    const { top, bottom } = element.getBoundingClientRect()
    const id: ProvisionId = element.dataset['unit'] ?? ''
    const provision = tree.find(id)
    if (!provision || bottom <= screen.top || top >= screen.bottom) return []
    return [{ id, length: provision.end - provision.start, isEndSeen: bottom <= screen.bottom + 1 }]
  })
}
