import 'fake-indexeddb/auto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Annotation } from '#domain/annotation/annotation.ts'
import type { Client } from '#contract/client.ts'
import { PactaError } from '#contract/errors.ts'
import { setNote, setThemes, trashAnnotation } from '#domain/library/changes/annotation-changes.ts'
import { setBindingness } from '#domain/library/changes/assessment-changes.ts'
import { mergeThemes } from '#domain/library/changes/theme-merging.ts'
import { createBrief, setBlocks } from '#domain/library/changes/brief-changes.ts'
import { AUTHOR } from '#domain/library/fixture.testing.ts'
import { refOf } from '#domain/library/entities.ts'
import { LibraryState } from '#domain/library/library-state.ts'
import { change, create, type Operation } from '#domain/library/operation.ts'
import type { ActionName, JournalRecord } from '#domain/library/record.ts'
import { isKept } from '#domain/shared/trash.ts'
import { paragraph, richText } from '#domain/rich-text/rich-text.ts'
import { openMemoryStore } from '#renderer/projection/memory-store.ts'
import { openProjection } from '#renderer/projection/open-projection.ts'
import type { Projection } from '#renderer/projection/projection.ts'
import type { OpenedBackup } from '../../backup/open-backup.ts'
import { restoreBackup } from '../../backup/restore-backup.ts'
import { restoreFromTrash, trashItems } from '../../history/trash-list.ts'
import { temporaryFolder } from '../../files/temporary-folder.testing.ts'
import { entityPage } from '../entity-pages.ts'
import { createLibrary, openLibrary } from '../library-opener.ts'
import { infoOf } from '../library-session.ts'
import type { LibraryListener } from '../library-listener.ts'
import type { OpenLibrary } from '../open-library.ts'
import { testHost } from '../open-library.testing.ts'
import { beginTreaty, FAULT_TIMEOUT_MS, hastyFileSystem, seededRandom, times } from './faults.testing.ts'
import {
  oneOf,
  correct,
  importNext,
  restoreWords,
  contentOf,
  current,
  annotationHere,
  allAnnotations,
  expectSound,
} from './text-acts.testing.ts'

/** Annotations of the one text, so that a long history is about change, not about size. */
const MOST = 200

/** An action, what it does, and the sitting it belongs to, if it is typing. */
type Act = readonly [ActionName, (state: LibraryState, n: number) => Operation[], ((n: number) => string)?]

/** What a user does, each made from the library as it is at that moment. */
const ACTS: readonly Act[] = [
  [
    'annotation.add',
    (state, n) =>
      state.annotationsOf(current(state).id).length < MOST
        ? [create('annotation', annotationHere(state, n))]
        : [],
  ],
  [
    'annotation.themes',
    (state, n) =>
      onAnnotation(state, n, (a) => setThemes(a, [n % 2 ? 'default.SEC.1' : 'default.IMP.6'], AUTHOR)),
  ],
  [
    'annotation.note',
    (state, n) => onAnnotation(state, n, (a) => setNote(a, richText([paragraph(`note ${n}`)]), AUTHOR)),
  ],
  [
    'annotation.trash',
    (state, n) => onAnnotation(state, n, (a) => (a.trashed ? [] : trashAnnotation(a, AUTHOR))),
  ],
  [
    'assessment.bindingness',
    (state, n) => {
      const provisionId = n % 2 ? 'art-1' : 'art-2'
      const textId = current(state).id
      const assessment = state.assessmentsOf(textId).find((a) => a.provisionId === provisionId)
      const decision = { level: n % 3 ? 4 : 5, reason: `r${n}` } as const
      return setBindingness({ textId, provisionId, assessment }, decision, AUTHOR)
    },
  ],
  [
    'brief.edit',
    (state, n) => {
      const brief = state.all('brief')[0]
      if (!brief) return createBrief({ id: 'b', title: 'B', language: 'en', paper: 'A4' }, AUTHOR)
      return setBlocks(brief, [...brief.blocks.slice(-20), paragraph(`block ${n}`)], AUTHOR)
    },
    (n) => `sitting ${n >> 4}`,
  ],
  [
    'theme.trash',
    (state, n) => {
      const theme = oneOf(state.all('theme').filter(isKept), n)
      return theme ? change('theme', theme, { ...theme, trashed: { at: AUTHOR.at, by: 'Ana' } }) : []
    },
  ],
  [
    'theme.merge',
    (state, n) => {
      const themes = new Map(state.all('theme').map((theme) => [theme.id, theme]))
      const codebooks = new Map(state.all('codebook').map((codebook) => [codebook.id, codebook]))
      const kept = [...themes.values()].filter(isKept)
      const [from, into] = [oneOf(kept, n), oneOf(kept, n * 7 + 3)]
      const codings = { themes, codebooks, annotations: allAnnotations(state) }
      return from && into ? mergeThemes(codings, from.id, into.id, AUTHOR) : []
    },
  ],
  ['trash.restore', (state) => restoreFromTrash(state, [], trashItems(state, []).slice(0, 3))],
]

/** Makes the library what it was when a state was copied, in a new epoch, as restoring a backup does. */
async function goBack(
  host: Parameters<typeof restoreBackup>[0],
  library: OpenLibrary,
  earlier: LibraryState,
): Promise<void> {
  const info = { id: 'backup', at: AUTHOR.at, reason: 'daily' } as unknown as OpenedBackup['info']
  await restoreBackup(host, library, { info, state: earlier, missingSources: [] }, 'Ana')
}

function copyOfState(state: LibraryState): LibraryState {
  const copy = new LibraryState()
  // Safe: the state keeps an entity under its own kind.
  for (const [kind, entity] of state.entities()) copy.set(refOf(kind, entity as never), entity)
  return copy
}

function onAnnotation(
  state: LibraryState,
  n: number,
  act: (annotation: Annotation) => Operation[],
): Operation[] {
  const all = state.annotationsOf(current(state).id)
  const one = all[n % Math.max(1, all.length)]
  return one ? act(one) : []
}

/** A window's side of a library, without the process line. */
class Line implements LibraryListener {
  library: OpenLibrary | undefined
  readonly #heard = new Set<(payload: { record: JournalRecord }) => void>()

  onCommitted(record: JournalRecord): void {
    for (const listener of this.#heard) listener({ record })
  }
  onHistory(): void {}
  onSaving(): void {}

  readonly client = {
    invoke: async (name: string, input: { after: number; limit: number; from: number }) => {
      if (!this.library) throw new Error('No library is open')
      return name === 'library.records'
        ? this.library.records(input.after, input.limit)
        : entityPage(this.library, input.from)
    },
    on: (_: string, listener: (payload: { record: JournalRecord }) => void) => {
      this.#heard.add(listener)
      return () => this.#heard.delete(listener)
    },
  } as unknown as Client
}

function pictureOf(state: LibraryState): unknown {
  return Array.from(state.entities(), ([kind, entity]) => JSON.stringify([kind, entity])).toSorted()
}

async function shownBy(projection: Projection): Promise<unknown> {
  const models = await Promise.all(
    [...projection.catalog.texts.keys()].toSorted().map((id) => projection.loadText(id)),
  )
  const { agreements, texts, codebooks, themes, briefs } = projection.catalog
  return {
    catalog: [agreements, texts, codebooks, themes, briefs].map((map) =>
      [...map.values()].map((entity) => JSON.stringify(entity)).toSorted(),
    ),
    marks: models.map((model) => [
      model?.annotations.map((a) => JSON.stringify(a)).toSorted(),
      [...(model?.assessments.values() ?? [])].map((a) => JSON.stringify(a)).toSorted(),
      JSON.stringify(model?.structure),
    ]),
  }
}

/** False when there was nothing to take back or do again. */
async function isStepTaken(step: Promise<unknown>): Promise<boolean> {
  try {
    await step
    return true
  } catch (error) {
    if (error instanceof PactaError && error.code === 'nothing-to-undo') return false
    throw error
  }
}

describe('a long random history with undo, restarts and rebuilds', () => {
  it(
    'ends the same in memory, replayed from the journal, in a projection that followed and in one built anew',
    async () => {
      const done = new Set<string>()
      for (let run = 0; run < times(2, 100); run++) {
        const random = seededRandom(run)
        const root = join(temporaryFolder(), 'Treaties')
        const host = { ...testHost(), fs: hastyFileSystem, snapshotAfter: 500, segmentBytes: 100_000 }
        await createLibrary(host, root)
        const line = new Line()
        const reopen = async (): Promise<OpenLibrary> => {
          await line.library?.close()
          line.library = await openLibrary(host, root, line)
          return line.library
        }
        let library = await reopen()
        await beginTreaty(library)
        let projection = await openProjection(line.client, infoOf(library), () => undefined, openMemoryStore)
        let earlier = copyOfState(library.state)
        const steps = times(400, 10_000)
        for (let n = 0; n < steps; n++) {
          const dice = random()
          if (dice < 0.12) await isStepTaken(library.undo('Ana'))
          else if (dice < 0.18) await isStepTaken(library.redo('Ana'))
          else if (dice < 0.18 + 4 / steps) library = await reopen()
          else if (dice < 0.18 + 8 / steps) {
            projection.close()
            if (random() < 0.5) {
              await goBack(host, library, earlier)
              earlier = copyOfState(library.state)
            }
            projection = await openProjection(line.client, infoOf(library), () => undefined)
          } else if (dice < 0.18 + 20 / steps) {
            await contentOf(library, current(library.state).content.hash)
            if (await importNext(library, n)) done.add('agreement.version')
            await contentOf(library, current(library.state).content.hash)
          } else if (dice < 0.18 + 28 / steps) {
            if (await restoreWords(library, Math.floor(random() * 1000))) done.add('history.restore')
            await contentOf(library, current(library.state).content.hash)
          } else if (dice < 0.18 + 28 / steps + 0.04) await correct(library)
          else {
            const act = oneOf(ACTS, Math.floor(random() * ACTS.length))
            const operations = act?.[1](library.state, n) ?? []
            const sitting = act?.[2]?.(n)
            const group = sitting === undefined ? {} : { group: sitting }
            if (act && operations.length > 0) {
              await library.commit({ action: act[0], operations, ...group }, 'Ana')
              done.add(act[0])
            }
          }
        }
        await expectSound(library)
        const live = pictureOf(library.state)
        await projection.applied(library.headSeq)
        const shown = await shownBy(projection)
        projection.close()

        library = await reopen()
        expect(pictureOf(library.state)).toEqual(live)
        rmSync(join(root, 'snapshots'), { recursive: true, force: true })
        library = await reopen()
        expect(library.readOnly).toBeUndefined()
        expect(pictureOf(library.state)).toEqual(live)
        const rebuilt = await openProjection(line.client, infoOf(library), () => undefined, openMemoryStore)
        expect(await shownBy(rebuilt)).toEqual(shown)
        rebuilt.close()

        // Everything can be taken back, to the empty library it began as.
        if (run === 0) {
          while (await isStepTaken(library.undo('Ana')));
          expect(allAnnotations(library.state)).toEqual([])
          expect(library.state.all('brief')).toEqual([])
        }
        await library.close()
        rmSync(root, { recursive: true })
      }
      // Every kind of act has found something to do.
      const all = [...ACTS.map(([action]) => action), 'agreement.version', 'history.restore']
      expect([...done].toSorted()).toEqual(all.toSorted())
    },
    FAULT_TIMEOUT_MS,
  )
})
