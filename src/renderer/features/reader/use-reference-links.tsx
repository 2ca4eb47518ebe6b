import { useCallback, useEffect, useMemo, useState, type ReactNode, type RefObject } from 'react'
import { displayTitle } from '#domain/agreement/agreement.ts'
import type { Reference } from '#domain/references/reference.ts'
import type { ProvisionTree } from '#domain/structure/tree.ts'
import type { Text } from '#domain/text/text.ts'
import { useCommand } from '../../workspace/commands.ts'
import { showPlace } from '../../workspace/navigation.ts'
import { useInstruments } from '../../workspace/use-references.ts'
import { goBack, leave, useWayBack } from '../../workspace/way-back.ts'
import { cardOf } from './reference-card.ts'
import styles from './reference-view.module.css'

const CARD_ID = 'reference-card'

interface Shown {
  readonly reference: Reference
  readonly top: number
  readonly left: number
}

/**
 * Makes the references of a text links: a click or Enter goes there, Backspace and Alt+Left come back, the pointer and
 * the focus show what is there. One set of listeners for the whole text. Returns the card to draw.
 */
export function useReferenceLinks(
  page: RefObject<HTMLElement | null>,
  text: Text,
  tree: ProvisionTree,
  content: string,
  references: readonly Reference[],
): ReactNode {
  const [shown, setShown] = useState<Shown>()
  const byStart = useMemo(() => new Map(references.map((r) => [String(r.start), r])), [references])
  const instrument = useInstruments(text.agreementId)

  useEffect(() => {
    const root = page.current
    if (!root) return undefined
    const referenceOf = (element: HTMLElement | undefined): Reference | undefined =>
      byStart.get(element?.dataset['reference'] ?? '')
    const follow = (element: HTMLElement): boolean => {
      const reference = referenceOf(element)
      if (!reference) return false
      const agreementId =
        reference.kind === 'external' ? instrument(reference.instrument.name)?.id : text.agreementId
      const target = reference.kind === 'internal' ? tree.find(reference.targets[0] ?? '') : undefined
      if (agreementId === undefined || (reference.kind === 'internal' && !target)) return false
      leave({ agreementId: text.agreementId, textId: text.id, offset: reference.start })
      setShown(undefined)
      showPlace(agreementId, target?.start ?? 0)
      root.focus({ preventScroll: true })
      return true
    }
    const click = (event: MouseEvent): void => {
      const element = linkAt(event.target)
      if (element && getSelection()?.isCollapsed !== false) follow(element)
    }
    const press = (event: KeyboardEvent): void => {
      const element = linkAt(event.target)
      if (event.key === 'Escape') setShown(undefined)
      if (element && event.key === 'Enter' && follow(element)) event.preventDefault()
    }
    // Pointer and focus may be on two references: the card is that of the later one, and only that one takes it away.
    let current: HTMLElement | undefined
    const show = (event: Event): void => {
      const element = linkAt(event.target)
      const reference = referenceOf(element)
      if (!element || !reference) return
      const box = element.getClientRects()[0] ?? element.getBoundingClientRect()
      const frame = root.getBoundingClientRect()
      current?.removeAttribute('aria-describedby')
      current = element
      element.setAttribute('aria-describedby', CARD_ID)
      const left = Math.max(8, Math.min(box.left - frame.left, frame.width - CARD_WIDTH))
      setShown({ reference, top: box.bottom - frame.top + 6, left })
    }
    const hide = (event: Event): void => {
      if (!current || linkAt(event.target) !== current) return
      current.removeAttribute('aria-describedby')
      current = undefined
      setShown(undefined)
    }
    const listeners = [
      ['click', click],
      ['keydown', press],
      ['pointerover', show],
      ['pointerout', hide],
      ['focusin', show],
      ['focusout', hide],
    ] as const
    for (const [name, listener] of listeners) root.addEventListener(name, listener as EventListener)
    return () => {
      for (const [name, listener] of listeners) root.removeEventListener(name, listener as EventListener)
      setShown(undefined)
    }
  }, [page, text, tree, byStart, instrument])

  useBack(page)

  const card = useMemo(() => {
    if (!shown) return undefined
    const { reference } = shown
    const other = reference.kind === 'external' ? instrument(reference.instrument.name) : undefined
    return cardOf(reference, tree, content, other && displayTitle(other))
  }, [shown, tree, content, instrument])
  if (!shown || !card) return undefined
  return (
    <div
      id={CARD_ID}
      role="tooltip"
      dir="auto"
      className={styles['card']}
      style={{ top: shown.top, left: shown.left }}
    >
      <strong>{card.title}</strong>
      {card.words !== undefined && <p dir="auto">{card.words}</p>}
    </div>
  )
}

/** So much room a card takes at most, in pixels. */
const CARD_WIDTH = 400

function linkAt(target: EventTarget | null): HTMLElement | undefined {
  return target instanceof Element
    ? (target.closest<HTMLElement>('[data-reference]') ?? undefined)
    : undefined
}

/** Comes back to the reference that was followed last, with the focus on it. */
function useBack(page: RefObject<HTMLElement | null>): void {
  const canGoBack = useWayBack(({ places }) => places.length > 0)
  const back = useCallback(() => {
    const place = goBack()
    if (!place) return
    requestAnimationFrame(() => {
      page.current
        ?.querySelector<HTMLElement>(`[data-reference="${place.offset}"]`)
        ?.focus({ preventScroll: true })
    })
  }, [page])
  useCommand('go.back', canGoBack ? back : undefined)
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key !== 'ArrowLeft' || !event.altKey || event.ctrlKey || event.shiftKey || !canGoBack) return
      // In the codebook and in fields the key means something else; the text is what goes back.
      if (!page.current?.contains(document.activeElement) && document.activeElement !== document.body) return
      event.preventDefault()
      back()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [page, back, canGoBack])
}
