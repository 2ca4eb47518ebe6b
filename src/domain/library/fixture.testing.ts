import type { Agreement } from '../agreement/agreement.ts'
import { confirmed } from '../agreement/fact.ts'
import type { Annotation } from '../annotation/annotation.ts'
import { defaultCodebook, defaultThemeId } from '../codebook/default-codebook.ts'
import type { Author } from '../shared/author.ts'
import { detectStructure } from '../structure/detect.ts'
import type { Structure } from '../structure/provision.ts'
import { anchorOf } from '../text/anchor.ts'
import type { Text } from '../text/text.ts'
import { applyOperations } from './apply.ts'
import { addAnnotation } from './changes/annotation-changes.ts'
import { LibraryState } from './library-state.ts'
import { create, type Operation } from './operation.ts'

/** A short agreement of our own, with every kind of provision the tests speak of. */
export const TREATY = `TREATY OF MUTUAL ASSISTANCE BETWEEN ARDIA AND BELMARK

The Republic of Ardia and the Kingdom of Belmark,

Wishing to keep the peace of the Inner Sea,

Have agreed as follows:

Article 1
Consultation

1. The Parties shall consult each other once a year.
2. The Parties shall inform each other without delay of:
(a) any threat to the peace of the Inner Sea;
(b) any measure taken under Article 2.

Article 2
Mutual assistance

An attack on one Party shall be considered an attack on both. Each Party will assist the other as it deems necessary.

Article 3

This Treaty shall remain in force for twenty years.

Done at Port Arden, the fourth day of March, 1951.

For the Republic of Ardia
For the Kingdom of Belmark
`

/** The author of every change in the tests. */
export const AUTHOR: Author = { name: 'Ana', at: '2026-01-02T03:04:05.000Z' }

/** The agreement that TREATY is a text of. */
export const AGREEMENT: Agreement = {
  id: 'agreement-1',
  title: confirmed('Treaty of Mutual Assistance between Ardia and Belmark'),
  signedOn: confirmed({ iso: '1951-03-04' }),
  createdAt: AUTHOR.at,
  createdBy: AUTHOR.name,
}

/** The record of TREATY. */
export const TEXT: Text = {
  id: 'text-1',
  agreementId: AGREEMENT.id,
  language: 'en',
  direction: 'ltr',
  content: { hash: 'c'.repeat(64), length: TREATY.length },
  original: {
    hash: 'c'.repeat(64),
    fileName: 'treaty.txt',
    mediaType: 'text/plain',
    byteLength: TREATY.length,
  },
  conversionNotes: [],
  importedAt: AUTHOR.at,
  importedBy: AUTHOR.name,
}

/** The provisions of TREATY. */
export const STRUCTURE: Structure = { id: TEXT.id, provisions: detectStructure(TREATY) }

/** Operations that make a library with the default codebook and TREATY in it. */
export function libraryOperations(): Operation[] {
  const { codebook, themes } = defaultCodebook()
  return [
    create('codebook', codebook),
    ...themes.map((theme) => create('theme', theme)),
    create('agreement', AGREEMENT),
    create('text', TEXT),
    create('structure', STRUCTURE),
  ]
}

/** A library with the default codebook and TREATY in it. */
export function libraryState(): LibraryState {
  const state = new LibraryState()
  applyOperations(state, libraryOperations())
  return state
}

/** An annotation of the first occurrence of some words of TREATY. */
export function annotationOf(
  words: string,
  codes: readonly string[] = ['SEC.1'],
  id = `annotation-${words.replace(/\W+/g, '-').slice(0, 60)}`,
): Annotation {
  const start = TREATY.indexOf(words)
  if (start < 0) throw new Error(`Not in the treaty: ${words}`)
  const anchor = anchorOf(TREATY, start, start + words.length)
  const [operation] = addAnnotation(
    { id, textId: TEXT.id, target: { kind: 'span', anchor }, themeIds: codes.map(defaultThemeId) },
    AUTHOR,
  )
  if (operation?.op !== 'create') throw new Error('addAnnotation creates')
  return operation.value as Annotation
}
