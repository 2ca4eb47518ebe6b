import { PactaError } from '#contract/errors.ts'
import { settleNewcomers } from '#domain/history/newcomers.ts'
import { annotationsById, restoreState } from '#domain/history/restore-state.ts'
import { isSameState } from '#domain/history/text-states.ts'
import type { EntityRef } from '#domain/library/entities.ts'
import type { LibraryState } from '#domain/library/library-state.ts'
import type { Operation } from '#domain/library/operation.ts'
import type { Author } from '#domain/shared/author.ts'
import type { Ids, TextId } from '#domain/shared/id.ts'
import { makePause } from '../archive/pause.ts'
import type { OpenLibrary } from '../library/open-library.ts'
import { wordsOf } from '../library/words-of.ts'
import { makeBackup, type BackupHost, type BackupProgress } from './make-backup.ts'
import type { OpenedBackup } from './open-backup.ts'

/**
 * Makes the library what it was when a backup was made. Nothing is deleted: the difference is one record in the
 * journal, so that one undo takes it back, what has come since goes to the trash, and the present state is in a
 * backup of its own before anything changes. The epoch is raised first: every projection is then built anew, even
 * when the program is stopped in between.
 *
 * @returns whether anything had to be changed.
 * @throws PactaError `backup-failed` when the present state could not be backed up; or as `commit`.
 */
export async function restoreBackup(
  host: BackupHost & { readonly ids: Ids },
  library: OpenLibrary,
  backup: OpenedBackup,
  by: string,
  onProgress: BackupProgress = () => undefined,
): Promise<boolean> {
  await makeBackup(host, library, 'before-restore', (step, share) => onProgress(step, share / 2)).catch(
    (cause: unknown) => {
      throw new PactaError('backup-failed', { reason: backupReason(cause) }, { cause })
    },
  )
  onProgress('Restoring', 0.6)
  const author = { name: by, at: host.clock.now() }
  const operations = await newcomerOperations(library, backup.state, author, () => host.ids.next())
  const settled = new Set(operations.map(({ ref }) => keyOf(ref)))
  const pause = makePause()
  for (const some of restoreState(backup.state, library.state, author, (ref) => settled.has(keyOf(ref)))) {
    operations.push(...some)
    await pause()
  }
  if (operations.length === 0) return false
  await library.changeManifest({ epoch: library.manifest.epoch + 1 })
  await library.commit({ action: 'backup.restore', operations }, by)
  return true
}

/** What becomes of what has been marked since on texts whose words or provisions will be others. */
async function newcomerOperations(
  library: OpenLibrary,
  earlier: LibraryState,
  author: Author,
  newId: () => TextId,
): Promise<Operation[]> {
  const { state } = library
  const known = annotationsById(earlier)
  const operations: Operation[] = []
  for (const before of earlier.all('text')) {
    const [text, structure] = [state.find('text', before.id), state.find('structure', before.id)]
    const structureThen = earlier.find('structure', before.id)
    if (!text || !structure || !structureThen) continue
    const annotations = state.annotationsOf(text.id).filter(({ id }) => !known.has(id))
    const assessments = state
      .assessmentsOf(text.id)
      .filter(({ id }) => !earlier.get({ kind: 'assessment', id, textId: text.id }))
    const isSame = isSameState({ text, structure }, { text: before, structure: structureThen })
    if (isSame || annotations.length + assessments.length === 0) continue
    // Words that are lost are words that nothing is certain to stand on.
    const left = (hash: string): Promise<string> => wordsOf(library, hash).catch(() => '')
    const content = await left(text.content.hash)
    const then = { structure: structureThen, content: await left(before.content.hash) }
    const changing = { text, structure, content, earlier: then, annotations, assessments }
    operations.push(...settleNewcomers(changing, newId(), author))
  }
  return operations
}

function keyOf({ kind, id }: EntityRef): string {
  return `${kind}/${id}`
}

/** Why no backup could be made, as the end of a sentence. */
export function backupReason(error: unknown): string {
  if (error instanceof PactaError && error.code === 'cancelled') return 'it was cancelled'
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'the disk is full'
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return 'Pacta may not write in the folder'
  return 'what was written could not be read again'
}
