import { PactaError } from '#contract/errors.ts'
import type { Annotation } from '#domain/annotation/annotation.ts'
import { entityNamer } from '#domain/history/entity-name.ts'
import { setEntity } from '#domain/history/set-entity.ts'
import { textChange } from '#domain/history/text-change.ts'
import { isSameState, type TextState } from '#domain/history/text-states.ts'
import { versionsOf } from '#domain/history/versions.ts'
import type { Restored } from '#domain/library/changes/text-restoring.ts'
import type { EntityRef } from '#domain/library/entities.ts'
import { sameJson } from '#domain/shared/json.ts'
import type { StructuredText } from '#domain/text/carry/alike.ts'
import type { Handlers } from './dispatch.ts'
import type { HandlerParts } from './handler-parts.ts'
import { historyOf, textStates } from './history/history-index.ts'
import { annotationInPlace } from './history/in-place.ts'
import { restoreText } from './history/restore-text.ts'
import { restoreFromTrash, trashItems } from './history/trash-list.ts'
import type { OpenLibrary } from './library/open-library.ts'
import { wordsOf } from './library/words-of.ts'
import { textRestorer } from './text-restorer.ts'

/** Answers the calls about past states and the trash. */
export function historyCalls({
  host,
  session,
  settings,
  tasks,
  carry,
}: Pick<HandlerParts, 'host' | 'session' | 'settings' | 'tasks' | 'carry'>): Pick<
  Handlers,
  'history.list' | 'history.text' | 'history.restore' | 'trash.list' | 'trash.restore'
> {
  const listed = async (library: OpenLibrary, ref: EntityRef): Promise<ListedState[]> => {
    const { state } = library
    if (!isText(ref)) {
      const present = state.get(ref)
      const found = versionsOf(await historyOf(library).recordsOf(ref), ref)
      return found.map((version) => ({ ...version, isPresent: sameJson(version.value, present) }))
    }
    const [text, structure] = [state.find('text', ref.id), state.find('structure', ref.id)]
    const present = text && structure ? { text, structure } : undefined
    return (await textStates(library, ref.id)).map(({ held, ...rest }) => ({
      ...rest,
      isPresent: isSameState(held, present),
      ...(held ? { value: held.text } : {}),
    }))
  }

  const restored = async (library: OpenLibrary, ref: EntityRef, seq: number): Promise<Restored> => {
    if (isText(ref)) {
      const wanted = (await textStates(library, ref.id)).find((state) => state.seq === seq)
      return restoreText(library, ref.id, wanted?.held, textRestorer({ host, tasks, carry }))
    }
    const found = versionsOf(await historyOf(library).recordsOf(ref), ref)
    const wanted = found.find((version) => version.seq === seq)?.value
    const present = library.state.get(ref)
    if (!wanted) return { operations: [], waiting: 0 }
    if (ref.kind !== 'annotation') return { operations: setEntity(ref, present, wanted), waiting: 0 }
    // Safe: what stands under a kind is of that kind.
    const [was, is] = [wanted as Annotation, present as Annotation | undefined]
    const then = (await textStates(library, was.textId)).findLast((state) => state.seq <= seq)
    const placed = await annotationInPlace(library, was, is, then?.held)
    return { operations: setEntity(ref, library.state.get(ref), placed), waiting: 0 }
  }

  return {
    'history.list': async ({ ref }) => {
      const library = session.require()
      const about: EntityRef = isText(ref) ? { kind: 'text', id: ref.id } : ref
      const found = (await listed(library, about)).reverse()
      const named = library.state.get(about) ?? found.find(({ value }) => value)?.value
      if (!named) throw new PactaError('changed-elsewhere')
      return { kind: about.kind, ...entityNamer(library.state)(about, named), versions: found }
    },
    'history.text': async ({ textId, seq }) => {
      const library = session.require()
      const states = await textStates(library, textId)
      const at = states.findIndex((state) => state.seq === seq)
      const held = states[at]?.held
      if (!held) throw new PactaError('changed-elsewhere')
      const before = states[at - 1]?.held
      const after = await structured(library, held)
      return {
        ...after,
        ...(before ? textChange(await structured(library, before), after) : {}),
      }
    },
    'history.restore': async ({ ref, seq }) => {
      const library = session.require()
      const { operations, waiting } = await restored(library, ref, seq)
      if (operations.length === 0) throw new PactaError('changed-elsewhere')
      return {
        seq: await library.commit({ action: 'history.restore', operations }, settings.settings.analyst),
        waiting,
      }
    },
    'trash.list': async () => {
      const library = session.require()
      return trashItems(library.state, await historyOf(library).removedNotes())
    },
    'trash.restore': async ({ items }) => {
      const library = session.require()
      const operations = restoreFromTrash(library.state, await historyOf(library).removedNotes(), items)
      if (operations.length === 0) throw new PactaError('changed-elsewhere')
      return { seq: await library.commit({ action: 'trash.restore', operations }, settings.settings.analyst) }
    },
  }
}

type ListedState = ReturnType<typeof versionsOf>[number] & { readonly isPresent: boolean }

/** Words and provisions are one thing for the analyst: neither has a history without the other. */
function isText({ kind }: EntityRef): boolean {
  return kind === 'text' || kind === 'structure'
}

async function structured(
  library: OpenLibrary,
  { text, structure }: NonNullable<TextState['held']>,
): Promise<StructuredText> {
  return { text: await wordsOf(library, text.content.hash), provisions: structure.provisions }
}
