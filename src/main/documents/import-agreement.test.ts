import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { applyOperations } from '#domain/library/apply.ts'
import { AUTHOR, TREATY } from '#domain/library/fixture.testing.ts'
import { LibraryState } from '#domain/library/library-state.ts'
import { checkOperations } from '../library/commit-check.ts'
import { prepareImport, type PreparedImport } from './import-agreement.ts'
import { readDocument } from './read-document.ts'

const kept = new Map<string, Uint8Array>()

function prepare(name: string, bytes: Uint8Array): Promise<PreparedImport> {
  let n = 0
  return prepareImport({ name, bytes }, AUTHOR, {
    ids: { next: () => `id-${++n}` },
    read: readDocument,
    keep: (content) => {
      const hash = createHash('sha256').update(content).digest('hex')
      kept.set(hash, content)
      return Promise.resolve(hash)
    },
  })
}

describe('prepareImport', () => {
  it('makes a record with proposals, a text and its provisions, ready to be recorded', async () => {
    const { operations, result } = await prepare('treaty.txt', Buffer.from(TREATY))
    const state = new LibraryState()
    checkOperations(state, operations)
    applyOperations(state, operations)
    expect(state.find('agreement', result.agreementId)).toMatchObject({
      title: {
        value: 'Treaty of Mutual Assistance between Ardia and Belmark',
        status: 'proposed',
        source: { kind: 'text', quote: 'TREATY OF MUTUAL ASSISTANCE BETWEEN ARDIA AND BELMARK' },
      },
      signedOn: { value: { iso: '1951-03-04' }, status: 'proposed' },
    })
    expect(result).toMatchObject({ articles: 3 })
  })

  it('keeps the original byte for byte, and the words beside it', async () => {
    const bytes = Buffer.from(`\uFEFF${TREATY.replaceAll('\n', '\r\n')}`)
    const { operations } = await prepare('treaty.txt', bytes)
    const text = operations.find((op) => op.ref.kind === 'text')
    if (text?.op !== 'create' || !('content' in text.value)) throw new Error('no text was made')
    expect(kept.get(text.value.original.hash)).toEqual(bytes)
    expect(Buffer.from(kept.get(text.value.content.hash) ?? []).toString()).toBe(TREATY)
    expect(text.value.conversionNotes).toHaveLength(2)
  })

  it('names a text without a title after its file', async () => {
    const { result } = await prepare('some/folder/my_treaty-1999.txt', Buffer.from('Article 1\n\nPeace.\n'))
    expect(result.title).toBe('my treaty 1999')
  })

  it('makes one agreement with a text for each language of a parallel file, from one original', async () => {
    const treaty = {
      treaty_en: 'Treaty of Peace',
      treaty_zh: '和平條約',
      articles: [{ article: '一', content_en: 'Peace.', content_zh: '締約國應維持和平。' }],
    }
    const { operations, result } = await prepare('peace.json', Buffer.from(JSON.stringify(treaty)))
    const state = new LibraryState()
    checkOperations(state, operations)
    applyOperations(state, operations)
    const texts = operations.flatMap((op) => (op.op === 'create' && 'content' in op.value ? [op.value] : []))
    expect(texts).toMatchObject([
      { id: result.textId, language: 'en', original: { format: 'open-treaties', encoding: 'utf-8' } },
      { language: 'zh-Hant', direction: 'ltr', agreementId: result.agreementId },
    ])
    expect(new Set(texts.map(({ original }) => original.hash)).size).toBe(1)
    expect(state.find('agreement', result.agreementId)?.title).toMatchObject({
      value: 'Treaty of Peace',
      source: { kind: 'reference' },
    })
  })

  it('says what the conversion dropped, and in which encoding the file was read', async () => {
    const page =
      '<html><head><meta charset="windows-1252"></head><body><p>Article 1</p><p>Entr\u00E9e</p><img></body></html>'
    const { operations } = await prepare('x.html', Buffer.from(page, 'latin1'))
    const text = operations.find((op) => op.ref.kind === 'text')
    if (text?.op !== 'create' || !('content' in text.value)) throw new Error('no text was made')
    expect(text.value.conversionNotes).toEqual(['Read as Windows-1252.', 'An image was left out.'])
  })
})
