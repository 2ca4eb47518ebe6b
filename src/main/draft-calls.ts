import { join } from 'node:path'
import { PactaError } from '#contract/errors.ts'
import { actionLabel, type Transaction } from '#domain/library/record.ts'
import type { Handlers } from './dispatch.ts'
import { draftedCommit, type DraftedCommit } from './drafts/drafted-commit.ts'
import { draftStore, type DraftStore } from './drafts/draft-store.ts'
import { draftWords } from './drafts/draft-words.ts'
import type { HandlerParts } from './handler-parts.ts'
import { requireLibrary } from './library/library-session.ts'
import type { OpenLibrary } from './library/open-library.ts'

/** The refusals of a disk: what is refused so is kept as a draft. */
const PASSING = new Set(['disk-full', 'write-failed', 'library-read-only'])

/** Answers the calls about drafts, and commits with drafts behind it. */
export function draftCalls({
  host,
  session,
  settings,
  paths,
}: Pick<HandlerParts, 'host' | 'session' | 'settings' | 'paths'>): {
  readonly calls: Pick<Handlers, 'drafts.keep' | 'drafts.list' | 'drafts.restore' | 'drafts.discard'>
  readonly commit: (library: OpenLibrary, transaction: Transaction) => Promise<number>
} {
  const stores = new WeakMap<OpenLibrary, DraftStore>()
  const by = (): string => settings.settings.analyst
  const storeOf = (library: OpenLibrary): DraftStore => {
    const { libraryId } = library.manifest
    const ofMachine = join(paths.userData, 'drafts', libraryId)
    // Nothing at all is written into the folder of a library that was opened for reading.
    const folders = library.readOnly ? [ofMachine] : [join(library.root, 'drafts'), ofMachine]
    const known = stores.get(library)
    if (known) return known
    const made = draftStore(host.fs, host.clock, folders)
    stores.set(library, made)
    void made.reserve()
    return made
  }
  const commits = new WeakMap<OpenLibrary, DraftedCommit>()
  const commitsOf = (library: OpenLibrary): DraftedCommit => {
    const known =
      commits.get(library) ??
      draftedCommit(
        (transaction) => library.commit(transaction, by()),
        storeOf(library),
        by,
        (error) => error instanceof PactaError && PASSING.has(error.code),
      )
    commits.set(library, known)
    return known
  }

  return {
    commit: (library, transaction) => commitsOf(library).commit(transaction),
    calls: {
      'drafts.keep': ({ libraryId, transaction }) =>
        commitsOf(requireLibrary(session, libraryId)).keep(transaction),
      'drafts.list': async () => {
        const drafts = await storeOf(session.require()).list()
        return drafts.map(({ id, at, by, transaction: { action, operations } }) => ({
          draftId: id,
          at,
          by,
          label: actionLabel(action),
          words: draftWords(operations),
        }))
      },
      'drafts.restore': async ({ draftId }) => {
        const library = session.require()
        const store = storeOf(library)
        const draft = (await store.list()).find(({ id }) => id === draftId)
        if (!draft) throw new PactaError('changed-elsewhere')
        const seq = await library.commit(draft.transaction, draft.by)
        await store.drop(draftId)
        return { seq }
      },
      'drafts.discard': async ({ draftId }) => storeOf(session.require()).drop(draftId),
    },
  }
}
