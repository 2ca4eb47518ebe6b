import { MenuOption, type MenuRenderFn } from '@lexical/react/LexicalTypeaheadMenuPlugin'
import { useEffect, useLayoutEffect, useRef, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import type { LinkOffer } from './link-offers.ts'
import styles from './provision-links.module.css'

/** Something that is offered, as the menu knows it. */
export class LinkOption extends MenuOption {
  readonly offer: LinkOffer

  constructor(offer: LinkOffer) {
    super(
      offer.kind === 'agreement'
        ? offer.agreementId
        : `${offer.place.agreementId}/${offer.place.provisionId}/${offer.title === undefined}`,
    )
    this.offer = offer
  }
}

/** Draws what is offered, below the caret. */
export function menuOf(options: readonly LinkOption[]): MenuRenderFn<LinkOption> {
  return (anchor, { selectedIndex, selectOptionAndCleanUp, setHighlightedIndex }) => {
    if (!anchor.current || options.length === 0) return null
    const entries = options.map((option, i) => (
      <button
        key={option.key}
        // The editor names the one chosen to screen readers by this id.
        id={`typeahead-item-${i}`}
        ref={(element) => option.setRefElement(element)}
        type="button"
        role="option"
        tabIndex={-1}
        aria-selected={i === selectedIndex}
        onPointerMove={({ movementX, movementY }) => {
          // A list that opens under a resting pointer is not pointed at.
          if (movementX !== 0 || movementY !== 0) setHighlightedIndex(i)
        }}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => selectOptionAndCleanUp(option)}
      >
        <Offer offer={option.offer} />
      </button>
    ))
    const offer = options[0]?.offer
    const named = offer?.kind === 'provision' ? offer.title : undefined
    return createPortal(
      <NamedList>
        {named !== undefined && (
          <p className={styles['named']} dir="auto" aria-hidden="true">
            {named}
          </p>
        )}
        {entries}
      </NamedList>,
      anchor.current,
    )
  }
}

/** What holds the menu is the list for screen readers, under a name that the editor's packages give it. */
function NamedList({ children }: { readonly children: ReactNode }): ReactNode {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => list.current?.parentElement?.setAttribute('aria-label', 'Agreements and provisions'))
  useLayoutEffect(() => {
    let frame = 0
    // As long as it is open: what stands above a note changes its height without a word.
    const follow = (): void => {
      if (list.current) placeAtCaret(list.current)
      frame = requestAnimationFrame(follow)
    }
    follow()
    return () => cancelAnimationFrame(frame)
  }, [])
  return (
    <div ref={list} className={styles['menu']} role="presentation">
      {children}
    </div>
  )
}

/** Room left around the menu. CSS pixels. */
const GAP = 4

/** Puts the menu under the line of the caret, or over it where there is no room: what is typed stays in sight. */
function placeAtCaret(menu: HTMLElement): void {
  const selection = getSelection()
  const caret = selection?.rangeCount ? selection.getRangeAt(0).getBoundingClientRect() : undefined
  if (!caret || caret.height === 0) return
  const { offsetWidth: width, offsetHeight: height } = menu
  const isBelow = caret.bottom + GAP + height <= window.innerHeight || caret.top < height + GAP
  menu.style.insetBlockStart = `${isBelow ? caret.bottom + GAP : caret.top - GAP - height}px`
  menu.style.left = `${Math.max(GAP, Math.min(caret.left, window.innerWidth - width - GAP))}px`
}

function Offer({ offer }: { readonly offer: LinkOffer }): ReactNode {
  if (offer.kind === 'agreement')
    return (
      <>
        <bdi className={styles['title']}>{offer.title}</bdi>
        {offer.date !== undefined && <span className={styles['date']}>{offer.date}</span>}
      </>
    )
  return (
    <>
      <bdi className={styles['label']}>{offer.label}</bdi>
      {offer.heading !== undefined && (
        <span className={styles['heading']} dir="auto">
          {offer.heading}
        </span>
      )}
      {offer.title !== undefined && <span className="visually-hidden">, {offer.title}</span>}
    </>
  )
}
