import type { EntityPage } from '#contract/calls.ts'
import type { LibraryState } from '#domain/library/library-state.ts'
import type { OpenLibrary } from './open-library.ts'

/** Entities in a page: enough that the crossing between processes is not felt, few enough that progress moves. */
const PAGE = 4000

interface Listing {
  readonly seq: number
  /** What belongs to no text, as `[kind, entity]`. */
  readonly textless: readonly (readonly [string, unknown])[]
  readonly texts: ReturnType<LibraryState['storedTexts']>
}

/** What is being handed out, so that it is not listed anew for every page. */
const listings = new WeakMap<OpenLibrary, Listing>()

/**
 * A page of all entities, in an order that stays while nothing changes: first what belongs to no text, then text by
 * text. A window that sees `seq` change between pages starts again.
 */
export function entityPage(library: OpenLibrary, from: number): EntityPage {
  const known = listings.get(library)
  const listing = from > 0 && known?.seq === library.headSeq ? known : list(library)
  const { seq, textless, texts } = listing
  const plain = textless.slice(from, from + PAGE)
  const page: EntityPage['texts'] = []
  let next = from + plain.length
  for (let entities = plain.length; entities < PAGE && next < textless.length + texts.length; next++) {
    const text = texts[next - textless.length]
    if (!text) break
    const stored = text.stored()
    page.push({ id: text.textId, ...stored })
    entities += 1 + stored.annotations.length + stored.assessments.length
  }
  const total = textless.length + texts.length
  if (next < total) listings.set(library, listing)
  else listings.delete(library)
  return { json: JSON.stringify(plain), texts: page, ...(next < total ? { next } : {}), total, seq }
}

function list({ headSeq, state }: OpenLibrary): Listing {
  return { seq: headSeq, textless: [...state.textless()], texts: state.storedTexts() }
}
