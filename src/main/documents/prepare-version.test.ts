import { describe, expect, it } from 'vitest'
import { applyOperations } from '#domain/library/apply.ts'
import { carryOperations } from '#domain/library/changes/carry-marks.ts'
import { annotationOf, libraryState, TEXT, TREATY } from '#domain/library/fixture.testing.ts'
import type { LibraryState } from '#domain/library/library-state.ts'
import { create } from '#domain/library/operation.ts'
import { carryInSlices } from './carry.ts'
import { prepareVersion, type PreparedVersion } from './prepare-version.ts'
import { previewOf } from './preview-version.ts'
import { readDocument } from './read-document.ts'

const GONE = 'This Treaty shall remain in force for twenty years.'
const KEPT = 'Wishing to keep the peace'
const WITHOUT = TREATY.replace(`Article 3\n\n${GONE}\n\n`, '')

function annotated(): LibraryState {
  const state = libraryState()
  applyOperations(state, [create('annotation', annotationOf(KEPT)), create('annotation', annotationOf(GONE))])
  return state
}

function prepare(
  state: LibraryState,
  words: string,
  textId = TEXT.id,
  contents: Readonly<Record<string, string>> = {},
): Promise<PreparedVersion> {
  const file = { name: 'second.txt', bytes: Buffer.from(words) }
  return prepareVersion(file, textId, {
    state,
    read: readDocument,
    content: (hash) => Promise.resolve(contents[hash] ?? TREATY),
    carry: carryInSlices,
    step: () => undefined,
    signal: new AbortController().signal,
  })
}

describe('preparing a new version of a text', () => {
  it('says what would be carried, asked and lost, with the old words', async () => {
    const preview = previewOf('p', await prepare(annotated(), WITHOUT))
    expect(preview).toMatchObject({
      fileName: 'second.txt',
      isSame: false,
      articles: { before: 3, after: 2 },
      carried: { annotations: 1, notes: 0, assessments: 0 },
      review: { annotations: 0 },
      lost: { annotations: 1 },
      items: [{ outcome: 'lost', label: 'art 3', was: GONE }],
      more: 0,
    })
  })

  it('says when the words are the same', async () => {
    const preview = previewOf('p', await prepare(annotated(), TREATY))
    expect(preview).toMatchObject({ isSame: true, carried: { annotations: 2 }, items: [] })
  })

  it('shows words that are carried and have changed', async () => {
    const corrected = TREATY.replace('Wishing to keep the peace', 'Wishing to keep tha peace')
    const preview = previewOf('p', await prepare(annotated(), corrected))
    expect(preview.items).toMatchObject([
      { outcome: 'reworded', was: KEPT, is: expect.stringContaining('peace') },
    ])
  })

  it('looks again for what an earlier version still waits with, in what has replaced it', async () => {
    const state = annotated()
    const second = await prepare(state, WITHOUT)
    applyOperations(state, [
      create('text', {
        ...TEXT,
        id: 'text-2',
        content: { hash: 'd'.repeat(64), length: WITHOUT.length },
        replaces: TEXT.id,
      }),
      create('structure', { id: 'text-2', provisions: second.asked.version.provisions }),
      ...carryOperations(second.asked.carried, 'text-2'),
    ])
    const third = await prepare(state, TREATY, TEXT.id, { ['d'.repeat(64)]: WITHOUT })
    expect(third.asked.replaced.id).toBe('text-2')
    expect(third.asked.carried.map(({ mark, outcome }) => [mark.value.textId, outcome.kind])).toEqual([
      ['text-2', 'carried'],
      [TEXT.id, 'carried'],
    ])
  })

  it('takes the other languages of a file along: those of the library are replaced, new ones are added', async () => {
    const state = libraryState()
    const french = { ...TEXT, id: 'text-fr', language: 'fr', content: { hash: 'f'.repeat(64), length: 9 } }
    applyOperations(state, [create('text', french), create('structure', { id: 'text-fr', provisions: [] })])
    const content_en = 'The Parties shall keep the peace of the Inner Sea.'
    const content_fr = 'Les Parties maintiennent la paix de la mer Intérieure.'
    const file = JSON.stringify({
      treaty_en: 'Treaty of Peace',
      treaty_fr: 'Traité de paix',
      treaty_zh: '和平条约',
      articles: [{ article: '1', content_en, content_fr, content_zh: '双方应维护内海的和平。' }],
    })
    const prepared = await prepareVersion({ name: 'peace.json', bytes: Buffer.from(file) }, TEXT.id, {
      state,
      read: readDocument,
      content: (hash) => Promise.resolve(hash === french.content.hash ? 'Ancien.' : TREATY),
      carry: carryInSlices,
      step: () => undefined,
      signal: new AbortController().signal,
    })
    expect(prepared.asked.version.language).toBe('en')
    expect(previewOf('p', prepared).others).toEqual([
      { language: 'fr', isNew: false },
      { language: 'zh-Hans', isNew: true },
    ])
  })

  it('refuses a text that is not in the library', async () => {
    await expect(prepare(annotated(), TREATY, 'text-9')).rejects.toMatchObject({ code: 'changed-elsewhere' })
  })
})
