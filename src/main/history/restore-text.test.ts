import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { PactaError } from '#contract/errors.ts'
import type { Annotation } from '#domain/annotation/annotation.ts'
import { setThemes, trashAnnotation } from '#domain/library/changes/annotation-changes.ts'
import { createBrief, renameBrief } from '#domain/library/changes/brief-changes.ts'
import { correctStructure } from '#domain/library/changes/structure-changes.ts'
import { AGREEMENT, annotationOf, AUTHOR, TEXT, TREATY } from '#domain/library/fixture.testing.ts'
import { create, inverse } from '#domain/library/operation.ts'
import { anchorOf } from '#domain/text/anchor.ts'
import { setBindingness } from '#domain/library/changes/assessment-changes.ts'
import { makeBackup } from '../backup/make-backup.ts'
import { openBackup } from '../backup/open-backup.ts'
import { restoreBackup } from '../backup/restore-backup.ts'
import { carryInSlices } from '../documents/carry.ts'
import { temporaryFolder } from '../files/temporary-folder.testing.ts'
import { historyCalls } from '../history-calls.ts'
import { beginTreaty } from '../library/faults/faults.testing.ts'
import { createLibrary, openLibrary } from '../library/library-opener.ts'
import type { LibrarySession } from '../library/library-session.ts'
import { listening, testHost } from '../library/open-library.testing.ts'
import { examineLibrary } from '../library/verify/verify-library.ts'
import type { SettingsStore } from '../settings-store.ts'
import { makeTasks } from '../tasks.ts'
import { textCalls } from '../text-calls.ts'
import { textRestorer } from '../text-restorer.ts'
import { restoreItem } from './restore-item.ts'

const KEPT = 'This Treaty shall remain in force for twenty years.'
const TEXT_REF = { kind: 'text', id: TEXT.id } as const

/** A library with the treaty, its words among the sources, and the calls that correct and restore. */
async function scene() {
  const root = join(temporaryFolder(), 'Treaties')
  const host = testHost()
  await createLibrary(host, root)
  const library = await openLibrary(host, root, listening())
  await beginTreaty(library)
  // Only what the calls use of them.
  const session = { require: () => library } as LibrarySession
  const settings = { settings: { analyst: 'Ana' } } as SettingsStore
  const tasks = makeTasks(host.ids, () => undefined)
  const history = historyCalls({ host, session, settings, tasks, carry: carryInSlices })
  const texts = textCalls({ host, session }, () => AUTHOR)
  const held = () => {
    const [text, structure] = [library.state.find('text', TEXT.id), library.state.find('structure', TEXT.id)]
    if (!text || !structure) throw new Error('The text is there')
    return { text, structure }
  }
  const content = () => texts['text.content']({ hash: held().text.content.hash })
  const correct = async (was: string, is: string) => {
    const at = (await content()).indexOf(was)
    const provision = held().structure.provisions.findLast((p) => p.start <= at && at < p.end)
    const { hash } = held().text.content
    await texts['text.correct']({
      textId: TEXT.id,
      provisionId: provision?.id ?? '',
      hash,
      at,
      remove: was,
      insert: is,
    })
  }
  const annotate = async (id: string, words: string) => {
    const text = await content()
    const at = text.indexOf(words)
    const anchor = anchorOf(text, at, at + words.length)
    const value: Annotation = { ...annotationOf('Parties', ['SEC.1'], id), target: { kind: 'span', anchor } }
    await library.commit({ action: 'annotation.add', operations: [create('annotation', value)] }, 'Ana')
  }
  const annotation = (id: string) => library.state.annotationsOf(TEXT.id).find((one) => one.id === id)
  const isSound = async () => {
    const { report } = await examineLibrary(host.fs, root)
    expect(report.findings.filter(({ severity }) => severity === 'error')).toEqual([])
  }
  const restorer = textRestorer({ host, tasks, carry: carryInSlices })
  return { library, host, history, held, content, correct, annotate, annotation, isSound, restorer }
}

describe('the history of a text', () => {
  it('lists what was done to its words and to its provisions, and says of each state what had been changed', async () => {
    const { library, history, held, content, correct, annotate } = await scene()
    await correct('it deems', 'that Party deems')
    await annotate('a', KEPT)
    const outcome = correctStructure(
      { content: await content(), structure: held().structure, annotations: [], assessments: [] },
      { kind: 'relabel', id: 'art-3', label: { kind: 'article', number: '4' } },
    )
    if (outcome.kind !== 'corrected') throw new Error(outcome.kind)
    await library.commit({ action: 'structure.relabel', operations: outcome.operations }, 'Ben')
    const listed = await history['history.list']({ ref: { kind: 'structure', id: TEXT.id } })
    expect(listed.kind).toBe('text')
    expect(listed.versions.map(({ label, by, isPresent }) => [label, by, isPresent])).toEqual([
      ['Relabel provision', 'Ben', true],
      ['Correct the text', 'Ana', false],
      ['Create library', 'Ana', false],
    ])
    const seqs = listed.versions.map(({ seq }) => seq)
    const of = (n: number) => history['history.text']({ textId: TEXT.id, seq: seqs[n] ?? 0 })
    expect(await of(0)).toMatchObject({ outline: { was: ['art 3'], is: ['art 4'] } })
    expect(await of(1)).toMatchObject({
      words: { label: 'art 2', was: 'it', is: 'that Party' },
    })
    const first = await of(2)
    expect(first.text).toBe(TREATY)
    expect([first.words, first.outline]).toEqual([undefined, undefined])
  })

  it('restores words and provisions in one step, with the annotations there are now, and undo takes it back', async () => {
    const { library, history, content, correct, annotate, annotation, isSound } = await scene()
    await annotate('before', 'Wishing to keep the peace')
    await correct('it deems', 'that Party deems')
    await annotate('behind', KEPT)
    await correct('without delay of:', 'without delay and in writing through their embassies of:')
    await annotate('new', 'in writing through their embassies')
    const corrected = await content()
    const [first] = (await history['history.list']({ ref: TEXT_REF })).versions.toReversed()
    const { waiting } = await history['history.restore']({ ref: TEXT_REF, seq: first?.seq ?? 0 })
    expect(waiting).toBe(1)
    expect(await content()).toBe(TREATY)
    expect(annotation('before')?.target.anchor.start).toBe(TREATY.indexOf('Wishing'))
    expect(annotation('behind')?.target.anchor).toMatchObject({ quote: KEPT, start: TREATY.indexOf(KEPT) })
    expect(annotation('new')).toBeUndefined()
    const aside = library.state.all('text').find(({ id }) => id !== TEXT.id)
    expect(library.state.find('text', TEXT.id)?.replaces).toBe(aside?.id)
    expect(library.state.annotationsOf(aside?.id ?? '')).toMatchObject([{ id: 'new' }])
    await isSound()
    const listed = await history['history.list']({ ref: TEXT_REF })
    expect(listed.versions[0]).toMatchObject({ label: 'Restore an earlier state', isPresent: true })
    await expect(
      history['history.restore']({ ref: TEXT_REF, seq: listed.versions[0]?.seq ?? 0 }),
    ).rejects.toMatchObject({ code: 'changed-elsewhere' })

    expect(await library.undo('Ana')).toBe('Restore an earlier state')
    expect(await content()).toBe(corrected)
    expect(annotation('new')?.target.anchor.quote).toBe('in writing through their embassies')
    expect(library.state.all('text')).toHaveLength(1)
    await isSound()
  })

  it('says so when the words of that time are lost, and changes nothing', async () => {
    const { library, history, correct, held } = await scene()
    await correct('it deems', 'that Party deems')
    const [first] = (await history['history.list']({ ref: TEXT_REF })).versions.toReversed()
    const { hash } = held().text.content
    const { sources } = library
    const kept = sources.get.bind(sources)
    Object.assign(sources, {
      get: async (wanted: string) => {
        if (wanted !== hash) throw new PactaError('content-missing')
        return kept(wanted)
      },
    })
    const before = library.headSeq
    await expect(history['history.restore']({ ref: TEXT_REF, seq: first?.seq ?? 0 })).rejects.toMatchObject({
      code: 'content-missing',
    })
    expect(library.headSeq).toBe(before)
  })
})

describe('an earlier state of an annotation whose text has been corrected since', () => {
  it('comes back at its words, wherever they stand now', async () => {
    const { library, history, correct, annotate, annotation, isSound } = await scene()
    await annotate('a', KEPT)
    const ref = { kind: 'annotation', id: 'a', textId: TEXT.id } as const
    const [first] = (await history['history.list']({ ref })).versions
    await correct('it deems', 'that Party deems')
    const now = annotation('a')
    if (!now) throw new Error('It is there')
    await library.commit({ action: 'annotation.themes', operations: setThemes(now, [], AUTHOR) }, 'Ana')
    await history['history.restore']({ ref, seq: first?.seq ?? 0 })
    expect(annotation('a')?.themeIds).toHaveLength(1)
    expect(annotation('a')?.target).toEqual(now.target)
    await isSound()
  })

  it('comes back from a backup at its words, and so does the text with what is marked now', async () => {
    const { library, host, correct, annotate, annotation, isSound, restorer, content } = await scene()
    await annotate('a', KEPT)
    const id = await makeBackup(host, library, 'daily')
    await correct('it deems', 'that Party deems')
    await annotate('late', 'For the Kingdom of Belmark')
    const now = annotation('a')
    if (!now) throw new Error('It is there')
    await library.commit({ action: 'annotation.themes', operations: setThemes(now, [], AUTHOR) }, 'Ana')
    const backup = await openBackup(host.fs, library, id)
    const ref = { kind: 'annotation', id: 'a', textId: TEXT.id } as const
    await restoreItem(library, backup.state, ref, 'Ana', restorer)
    expect(annotation('a')?.themeIds).toHaveLength(1)
    expect(annotation('a')?.target).toEqual(now.target)
    await restoreItem(library, backup.state, TEXT_REF, 'Ana', restorer)
    expect(await content()).toBe(TREATY)
    expect(annotation('late')?.target.anchor.start).toBe(TREATY.indexOf('For the Kingdom'))
    expect(library.state.find('agreement', AGREEMENT.id)).toBeDefined()
    await isSound()
  })
})

describe('one thing from a backup', () => {
  it('comes back without another being touched', async () => {
    const { library, host, annotate, restorer } = await scene()
    await annotate('a', 'twenty years')
    const brief = createBrief({ id: 'b', title: 'Brief', language: 'en', paper: 'A4' }, AUTHOR)
    await library.commit({ action: 'brief.create', operations: brief }, 'Ana')
    const ref = { kind: 'annotation', id: 'a', textId: TEXT.id } as const
    const then = library.state.get(ref) as Annotation
    const id = await makeBackup(host, library, 'daily')
    const held = library.state.find('brief', 'b')
    if (!held) throw new Error('there is a brief')
    await library.commit({ action: 'brief.title', operations: renameBrief(held, 'Renamed', AUTHOR) }, 'Ana')
    await library.commit({ action: 'annotation.trash', operations: trashAnnotation(then, AUTHOR) }, 'Ana')
    const { state } = await openBackup(host.fs, library, id)
    await restoreItem(library, state, ref, 'Ana', restorer)
    expect(library.state.get(ref)).toEqual(then)
    expect(library.state.find('brief', 'b')?.title).toBe('Renamed')
    await expect(restoreItem(library, state, ref, 'Ana', restorer)).rejects.toMatchObject({
      code: 'changed-elsewhere',
    })
    expect(await library.undo('Ana')).toBe('Restore from a backup')
  })

  it('comes back where it stands now, when a newer version of its text has taken it over', async () => {
    const { library, host, annotate, annotation, held, restorer, isSound } = await scene()
    await annotate('a', 'twenty years')
    const id = await makeBackup(host, library, 'daily')
    const then = annotation('a')
    if (!then) throw new Error('It is there')
    const operations = [
      create('text', { ...held().text, id: 'text-2', replaces: TEXT.id }),
      create('structure', { ...held().structure, id: 'text-2' }),
      inverse(create('annotation', then)),
      create('annotation', { ...then, textId: 'text-2', themeIds: [] }),
    ]
    await library.commit({ action: 'agreement.version', operations }, 'Ana')
    const { state } = await openBackup(host.fs, library, id)
    const ref = { kind: 'annotation', id: 'a', textId: TEXT.id } as const
    await restoreItem(library, state, ref, 'Ana', restorer)
    expect(annotation('a')).toBeUndefined()
    expect(library.state.annotationsOf('text-2')).toEqual([{ ...then, textId: 'text-2' }])
    await isSound()
  })
})

describe('story A7: a whole backup from before its text was corrected', () => {
  it('puts what was marked since in the trash at its words, or with the words it was made on', async () => {
    const { library, host, history, content, held, correct, annotate, annotation, isSound } = await scene()
    const id = await makeBackup(host, library, 'daily')
    await correct('without delay of:', 'without delay and in writing through their embassies of:')
    await annotate('behind', KEPT)
    await annotate('new', 'in writing through their embassies')
    const at = (await content()).indexOf('Each Party will assist')
    const split = correctStructure(
      { content: await content(), structure: held().structure, annotations: [], assessments: [] },
      { kind: 'split', offset: at },
    )
    if (split.kind !== 'corrected') throw new Error(split.kind)
    await library.commit({ action: 'structure.split', operations: split.operations }, 'Ana')
    const place = { textId: TEXT.id, provisionId: split.stand }
    const judged = setBindingness(place, { level: 2, reason: 'deems' }, AUTHOR)
    await library.commit({ action: 'assessment.bindingness', operations: judged }, 'Ana')
    await restoreBackup(host, library, await openBackup(host.fs, library, id), 'Ana')
    expect(await content()).toBe(TREATY)
    expect(annotation('behind')).toMatchObject({
      trashed: { by: 'Ana' },
      target: { anchor: { quote: KEPT } },
    })
    expect(annotation('new')).toBeUndefined()
    const aside = library.state.all('text').find(({ id: other }) => other !== TEXT.id)
    expect(aside?.trashed).toBeDefined()
    expect(library.state.assessmentsOf(aside?.id ?? '')).toMatchObject([{ bindingness: { level: 2 } }])
    await isSound()
    const trash = await history['trash.list']()
    await history['trash.restore']({ items: trash.map(({ ref, isNote }) => ({ ref, isNote })) })
    expect(annotation('behind')?.trashed).toBeUndefined()
    expect(library.state.annotationsOf(aside?.id ?? '')).toMatchObject([{ id: 'new' }])
    await isSound()
    await library.undo('Ana')
    await library.undo('Ana')
    expect(annotation('new')?.target.anchor.quote).toBe('in writing through their embassies')
    await isSound()
  })
})
