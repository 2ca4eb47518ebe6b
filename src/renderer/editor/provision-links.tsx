import { $createLinkNode } from '@lexical/link'
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { LexicalTypeaheadMenuPlugin } from '@lexical/react/LexicalTypeaheadMenuPlugin'
import { $createTextNode, $isTextNode, type TextNode } from 'lexical'
import { useCallback, useMemo, useState, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { readLink, type LinkReading } from '#domain/notes/link-typed.ts'
import { provisionUrl } from '#domain/notes/provision-link.ts'
import type { AgreementId } from '#domain/shared/id.ts'
import { useLinkableTexts } from '../workspace/use-linkable-texts.ts'
import { useCatalog, useProvisionTree } from '../workspace/workspace.ts'
import { LinkOption, menuOf } from './link-menu.tsx'
import {
  commaBehind,
  linkOffers,
  linkWords,
  namedAgreements,
  type LinkOffer,
  type NamedAgreement,
} from './link-offers.ts'
import styles from './provision-links.module.css'
import { useFollowedLinks } from './use-followed-links.ts'
import { useGoneLinks } from './use-gone-links.ts'

/** `@` and what follows it up to the caret. Titles have spaces and commas, and are long. */
const TYPED = /(?:^|[\s(（])(@([\p{L}\p{N}(][^@\n]{0,400}))$/u

const NOTHING_READ: LinkReading<NamedAgreement> = { named: undefined, begun: [] }

/**
 * Links to provisions in a note. `@art 5` offers those of the agreement that the note is about, `@` and a part of a
 * title the agreements of the library, and `@Title, art 5` provisions of that one. What is chosen becomes a link that
 * shows its label. Escape leaves the words as they are.
 */
export function ProvisionLinks({
  agreementId,
}: {
  readonly agreementId?: AgreementId | undefined
}): ReactNode {
  const [editor] = useLexicalComposerContext()
  useFollowedLinks(editor)
  useGoneLinks(editor)
  const { agreements } = useCatalog()
  const { own, textIdOf, treeNow } = useLinkableTexts(agreementId)
  const [region, setRegion] = useState<HTMLElement | null>(null)
  const [typed, setTyped] = useState<string>()
  const [chosen, setChosen] = useState<AgreementId>()
  const library = useMemo(() => namedAgreements(agreements.values()), [agreements])
  const read = useCallback(
    (words: string): LinkReading<NamedAgreement> => {
      const { named, begun } = readLink(library, words, chosen)
      // Of an agreement without a text there is nothing to link to.
      return { named, begun: begun.filter(({ agreement }) => textIdOf(agreement.id) !== undefined) }
    },
    [library, chosen, textIdOf],
  )
  const reading = useMemo(() => (typed === undefined ? NOTHING_READ : read(typed)), [typed, read])
  const namedTree = useProvisionTree(reading.named && textIdOf(reading.named.agreement.id))
  const options = useMemo(
    () =>
      typed === undefined
        ? []
        : linkOffers(typed, reading, namedTree, own).map((offer) => new LinkOption(offer)),
    [typed, reading, namedTree, own],
  )

  /** Whether the menu has anything to do with what is typed: with nothing to offer, every key is for writing. */
  const isOffered = (words: string): boolean => {
    const now = read(words)
    const textId = now.named && textIdOf(now.named.agreement.id)
    const tree = treeNow(textId)
    const isBeingRead = textId !== undefined && tree === undefined
    return isBeingRead || linkOffers(words, now, tree, own).length > 0
  }

  const choose = ({ offer }: LinkOption, words: TextNode | null, close: () => void): void => {
    editor.update(() => {
      if (!words) return
      takeLeftBefore(words)
      if (offer.kind === 'agreement') {
        // The menu stays, and offers its provisions.
        setChosen(offer.agreementId)
        words.setTextContent(`@${offer.title}${commaBehind(offer.title)} ${offer.address}`)
        words.selectEnd()
      } else {
        putLink(words, offer)
        close()
      }
    })
  }
  return (
    <>
      {/* Everything on the screen stands in a region, for who goes from region to region; an empty one is none. */}
      {createPortal(
        <section ref={setRegion} aria-label={options.length > 0 ? 'Links' : undefined} />,
        document.body,
      )}
      <LexicalTypeaheadMenuPlugin<LinkOption>
        {...(region ? { parent: region } : {})}
        onQueryChange={(query) => setTyped(query ?? undefined)}
        onSelectOption={choose}
        options={options}
        anchorClassName={styles['anchor'] ?? ''}
        triggerFn={(text) => {
          const match = TYPED.exec(text)
          const [, whole, query] = match ?? []
          if (!match || whole === undefined || query === undefined || !isOffered(query)) return null
          const leadOffset = match.index + match[0].length - whole.length
          return { leadOffset, matchingString: query, replaceableString: whole }
        }}
        menuRenderFn={menuOf(options)}
      />
    </>
  )
}

/** Letters may come faster than the menu follows; what it left of the words typed goes too. */
function takeLeftBefore(words: TextNode): void {
  const before = words.getPreviousSibling()
  if (words.getTextContent().startsWith('@') || !$isTextNode(before)) return
  const left = before.getTextContent()
  before.setTextContent(left.slice(0, Math.max(0, left.lastIndexOf('@'))))
}

function putLink(words: TextNode, offer: Extract<LinkOffer, { kind: 'provision' }>): void {
  const link = $createLinkNode(provisionUrl(offer.place))
  link.append($createTextNode(linkWords(offer)))
  words.replace(link)
  const space = $createTextNode(' ')
  link.insertAfter(space)
  space.select()
}
