import { PactaError } from '#contract/errors.ts'
import { entityNamer } from '#domain/history/entity-name.ts'
import { setEntity } from '#domain/history/set-entity.ts'
import { versionsOf, type Version } from '#domain/history/versions.ts'
import type { EntityRef } from '#domain/library/entities.ts'
import { sameJson } from '#domain/shared/json.ts'
import type { Handlers } from './dispatch.ts'
import type { HandlerParts } from './handler-parts.ts'
import { historyIndex, type HistoryIndex } from './history/history-index.ts'
import { restoreFromTrash, trashItems } from './history/trash-list.ts'
import type { OpenLibrary } from './library/open-library.ts'

/** Answers the calls about past states and the trash. */
export function historyCalls({
  session,
  settings,
}: HandlerParts): Pick<Handlers, 'history.list' | 'history.restore' | 'trash.list' | 'trash.restore'> {
  const indexes = new WeakMap<OpenLibrary, HistoryIndex>()
  const indexOf = (library: OpenLibrary): HistoryIndex => {
    const known = indexes.get(library) ?? historyIndex(library)
    indexes.set(library, known)
    return known
  }
  const versions = async (library: OpenLibrary, ref: EntityRef): Promise<Version[]> =>
    versionsOf(await indexOf(library).recordsOf(ref), ref)

  return {
    'history.list': async ({ ref }) => {
      const library = session.require()
      const found = (await versions(library, ref)).reverse()
      const present = library.state.get(ref)
      const named = present ?? found.find(({ value }) => value)?.value
      if (!named) throw new PactaError('changed-elsewhere')
      return {
        kind: ref.kind,
        ...entityNamer(library.state)(ref, named),
        versions: found.map((version) => ({ ...version, isPresent: sameJson(version.value, present) })),
      }
    },
    'history.restore': async ({ ref, seq }) => {
      const library = session.require()
      const wanted = (await versions(library, ref)).find((version) => version.seq === seq)?.value
      const operations = wanted ? setEntity(ref, library.state.get(ref), wanted) : []
      if (operations.length === 0) throw new PactaError('changed-elsewhere')
      return {
        seq: await library.commit({ action: 'history.restore', operations }, settings.settings.analyst),
      }
    },
    'trash.list': async () => {
      const library = session.require()
      return trashItems(library.state, await indexOf(library).removedNotes())
    },
    'trash.restore': async ({ items }) => {
      const library = session.require()
      const operations = restoreFromTrash(library.state, await indexOf(library).removedNotes(), items)
      if (operations.length === 0) throw new PactaError('changed-elsewhere')
      return { seq: await library.commit({ action: 'trash.restore', operations }, settings.settings.analyst) }
    },
  }
}
