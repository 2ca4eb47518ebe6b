import { describe, expect, it } from 'vitest'
import { setNote, trashAnnotation } from '#domain/library/changes/annotation-changes.ts'
import { trashAgreement } from '#domain/library/changes/agreement-changes.ts'
import { setAgreementNote, setThemeNote } from '#domain/library/changes/note-changes.ts'
import { createBrief, renameBrief, trashBrief } from '#domain/library/changes/brief-changes.ts'
import { versionsOf } from '#domain/history/versions.ts'
import { AGREEMENT, annotationOf, AUTHOR, TEXT } from '#domain/library/fixture.testing.ts'
import { change, create, type Operation } from '#domain/library/operation.ts'
import { paragraph, richText } from '#domain/rich-text/rich-text.ts'
import { openLibrary } from '../library/library-opener.ts'
import type { OpenLibrary } from '../library/open-library.ts'
import { listening, treatyLibrary } from '../library/open-library.testing.ts'
import { historyIndex } from './history-index.ts'
import { restoreFromTrash, trashItems } from './trash-list.ts'

const annotation = annotationOf('twenty years')
const REF = { kind: 'annotation', id: annotation.id, textId: TEXT.id } as const

async function annotated(): Promise<Awaited<ReturnType<typeof treatyLibrary>>> {
  const treaty = await treatyLibrary()
  await treaty.library.commit(
    { action: 'annotation.add', operations: [create('annotation', annotation)] },
    'Ana',
  )
  return treaty
}

async function write(library: OpenLibrary, words: string): Promise<void> {
  const now = library.state.annotationsOf(TEXT.id)[0]
  if (!now) throw new Error('there is an annotation')
  const operations = setNote(now, richText([paragraph(words)]), AUTHOR)
  await library.commit({ action: 'annotation.note', operations }, 'Ana')
}

describe('historyIndex', () => {
  it('finds every past state of an entity among those of others, also what was written since it was asked', async () => {
    const { library } = await annotated()
    const index = historyIndex(library)
    await write(library, 'First.')
    const brief = createBrief({ id: 'b', title: 'B', language: 'en', paper: 'A4' }, AUTHOR)
    await library.commit({ action: 'brief.create', operations: brief }, 'Ana')
    expect(versionsOf(await index.recordsOf(REF), REF)).toHaveLength(2)
    await write(library, 'Second.')
    const versions = versionsOf(await index.recordsOf(REF), REF)
    expect(versions.map(({ seq }) => seq)).toEqual([2, 3, 5])
  })

  it('reads a long history in pieces', async () => {
    const { library } = await annotated()
    const index = historyIndex(library)
    for (let i = 0; i < 450; i++) await write(library, `Note ${i}`)
    const versions = versionsOf(await index.recordsOf(REF), REF)
    expect(versions).toHaveLength(451)
    expect(versions.at(-1)?.value).toEqual(library.state.get(REF))
  })
})

describe('story A8: everything deleted is in one trash', () => {
  it('lists agreements, themes, annotations, notes and briefs: when, by whom and from where', async () => {
    const { library } = await annotated()
    const other = annotationOf('Inner Sea')
    await library.commit({ action: 'annotation.add', operations: [create('annotation', other)] }, 'Ana')
    const brief = createBrief({ id: 'b', title: 'Brief', language: 'en', paper: 'A4' }, AUTHOR)
    await library.commit({ action: 'brief.create', operations: brief }, 'Ana')
    await write(library, 'A thought.')
    const noted = library.state.annotationsOf(TEXT.id)[0] ?? annotation
    await library.commit(
      { action: 'annotation.note', operations: setNote(noted, richText([]), AUTHOR) },
      'Ana',
    )
    const theme = library.state.all('theme')[0]
    const held = library.state.find('brief', 'b')
    if (!theme || !held) throw new Error('both are there')
    const trashed = { at: AUTHOR.at, by: 'Ana' }
    const gone = [
      ...trashAnnotation(other, AUTHOR),
      ...trashBrief(held, AUTHOR),
      ...change('theme', theme, { ...theme, trashed }),
      ...trashAgreement(AGREEMENT, AUTHOR),
    ]
    await library.commit({ action: 'agreement.trash', operations: gone }, 'Ana')

    const index = historyIndex(library)
    const notes = await index.removedNotes()
    const items = trashItems(library.state, notes)
    expect(items.map(({ ref, isNote }) => (isNote ? 'note' : ref.kind)).sort()).toEqual([
      'agreement',
      'annotation',
      'brief',
      'note',
      'theme',
    ])
    expect(items.find(({ isNote }) => isNote)).toMatchObject({
      name: 'A thought.',
      from: `art 3, ${AGREEMENT.title.value}`,
      by: 'Ana',
    })

    const operations = restoreFromTrash(library.state, notes, items)
    await library.commit({ action: 'trash.restore', operations }, 'Ana')
    expect(trashItems(library.state, await index.removedNotes())).toEqual([])
    expect(library.state.annotationsOf(TEXT.id)).toHaveLength(2)
    expect(library.state.get(REF)).toMatchObject({ note: { blocks: [paragraph('A thought.')] } })
    expect(library.state.find('agreement', AGREEMENT.id)).toEqual(AGREEMENT)
    await library.undo('Ana')
    expect(trashItems(library.state, await index.removedNotes())).toHaveLength(5)
  })

  it('lists the notes of agreements and themes, and brings them back', async () => {
    const { library } = await annotated()
    const theme = library.state.all('theme')[0]
    if (!theme) throw new Error('there is a theme')
    const noted = { ...theme, note: richText([paragraph('On the theme.')]) }
    const agreed = { ...AGREEMENT, note: richText([paragraph('On the agreement.')]) }
    const commit = (action: 'theme.note' | 'agreement.note', operations: Operation[]): Promise<number> =>
      library.commit({ action, operations }, 'Ana')
    await commit('theme.note', setThemeNote(theme, noted.note))
    await commit('agreement.note', setAgreementNote(AGREEMENT, agreed.note))
    await commit('theme.note', setThemeNote(noted, richText([])))
    await commit('agreement.note', setAgreementNote(agreed, richText([])))
    const index = historyIndex(library)
    const items = trashItems(library.state, await index.removedNotes())
    expect(items).toMatchObject([
      { ref: { kind: 'agreement' }, isNote: true, name: 'On the agreement.', from: AGREEMENT.title.value },
      { ref: { kind: 'theme' }, isNote: true, name: 'On the theme.' },
    ])
    const operations = restoreFromTrash(library.state, await index.removedNotes(), items)
    await library.commit({ action: 'trash.restore', operations }, 'Ana')
    expect(library.state.find('agreement', AGREEMENT.id)).toEqual(agreed)
    expect(library.state.find('theme', theme.id)).toEqual(noted)
    expect(trashItems(library.state, await index.removedNotes())).toEqual([])
    await library.undo('Ana')
    expect(trashItems(library.state, await index.removedNotes())).toHaveLength(2)
  })

  it('does not list the note of which the typing was only undone', async () => {
    const { library } = await annotated()
    await write(library, 'A thought.')
    await library.undo('Ana')
    expect(trashItems(library.state, await historyIndex(library).removedNotes())).toEqual([])
  })

  it('leaves alone what is not in the trash any more', async () => {
    const { library } = await annotated()
    expect(restoreFromTrash(library.state, [], [{ ref: REF, isNote: false }])).toEqual([])
    expect(restoreFromTrash(library.state, [], [{ ref: REF, isNote: true }])).toEqual([])
  })
})

describe('story A9: deleting a theme takes no annotation with it', () => {
  it('leaves every annotation its words, its note and its theme, and brings the theme back as it was', async () => {
    const { library } = await annotated()
    await write(library, 'A thought.')
    const before = library.state.get(REF)
    const theme = library.state.find('theme', annotation.themeIds[0] ?? '')
    if (!theme) throw new Error('the annotation has a theme')
    const operations = change('theme', theme, { ...theme, trashed: { at: AUTHOR.at, by: 'Ana' } })
    await library.commit({ action: 'theme.trash', operations }, 'Ana')
    expect(library.state.get(REF)).toEqual(before)
    const items = trashItems(library.state, await historyIndex(library).removedNotes())
    expect(items.map(({ ref }) => ref)).toEqual([{ kind: 'theme', id: theme.id }])
    const back = restoreFromTrash(library.state, [], items)
    await library.commit({ action: 'trash.restore', operations: back }, 'Ana')
    expect(library.state.find('theme', theme.id)).toEqual(theme)
  })
})

describe('undo', () => {
  it('goes back to the first step, however many there are and however often Pacta was restarted', async () => {
    const { library, host, root } = await treatyLibrary()
    const brief = createBrief({ id: 'b', title: 'T', language: 'en', paper: 'A4' }, AUTHOR)
    await library.commit({ action: 'brief.create', operations: brief }, 'Ana')
    let open = library
    const titles = ['T']
    for (let round = 0; round < 5; round++) {
      for (let i = 0; i < 100; i++) {
        const now = open.state.find('brief', 'b')
        if (!now) throw new Error('there is a brief')
        titles.push(`T${round}.${i}`)
        const operations = renameBrief(now, `T${round}.${i}`, AUTHOR)
        await open.commit({ action: 'brief.title', operations }, 'Ana')
      }
      await open.close()
      open = await openLibrary(host, root, listening())
    }
    for (const title of titles.toReversed()) {
      expect(open.state.find('brief', 'b')?.title).toBe(title)
      await open.undo('Ben')
    }
    expect(open.state.find('brief', 'b')).toBeUndefined()
    await expect(open.undo('Ben')).rejects.toMatchObject({ code: 'nothing-to-undo' })
    await open.close()
  })
})
