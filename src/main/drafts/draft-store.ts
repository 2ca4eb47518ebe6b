import { createHash, randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { Transaction } from '#domain/library/record.ts'
import type { Clock, Instant } from '#domain/shared/time.ts'
import type { FileSystem } from '../files/file-system.ts'
import { replaceFile } from '../files/replace-file.ts'
import { decodeDraft, DRAFT_NAME, encodeDraft } from './draft-file.ts'

/** What was typed and could not be recorded. */
export interface Draft {
  readonly id: string
  readonly at: Instant
  readonly by: string
  readonly transaction: Transaction
}

/** Keeps what could not be recorded, until it is. */
export interface DraftStore {
  /** Takes the room that drafts may need one day, while there is some. Never throws. */
  reserve(): Promise<void>
  /**
   * Keeps a transaction that the journal did not take, in the first of its folders that takes it. A later one of the
   * same sitting replaces it. When the disk is full the room that was reserved is given up for it. False when no
   * folder takes it; then only the window has it.
   */
  keep(transaction: Transaction, by: string): Promise<boolean>
  /** Lets the draft of a transaction go: it is recorded, or the user does not want it. */
  drop(id: string): Promise<void>
  /** Every draft that can be read, the latest first. */
  list(): Promise<Draft[]>
}

/** The name of the draft of a transaction: one for each sitting of typing, one for each other step. */
export function draftId(transaction: Transaction): string {
  const { group, action, operations } = transaction
  const meaning = group === undefined ? JSON.stringify([action, operations]) : `group ${group}`
  return createHash('sha256').update(meaning).digest('hex').slice(0, 32)
}

const ID = /^[0-9a-f]{32}$/

/** The file that holds room for drafts on a full disk, and how much: more than anybody types in an afternoon. */
export const RESERVE_NAME = '.room-for-drafts'
const RESERVE_BYTES = 512 * 1024

/**
 * The drafts of a library: in its own folder, or, when that takes nothing (read-only, its disk full), in one of this
 * machine's own, the last of `folders`, where room is kept for them.
 */
export function draftStore(fs: FileSystem, clock: Clock, folders: readonly string[]): DraftStore {
  const pathIn = (folder: string, id: string): string => join(folder, `${id}.json`)
  const [own] = folders.slice(-1)
  const reserved = own === undefined ? undefined : join(own, RESERVE_NAME)

  const keptIn = async (name: string, bytes: Uint8Array): Promise<boolean> => {
    for (const folder of folders) {
      try {
        await fs.makeFolder(folder)
        await replaceFile(fs, join(folder, name), bytes)
        return true
      } catch {
        // The next folder; when there is none, the caller is told.
      }
    }
    return false
  }
  const reserve = async (): Promise<void> => {
    if (own === undefined || reserved === undefined) return
    try {
      await fs.makeFolder(own)
      if ((await fs.list(own)).includes(RESERVE_NAME)) return
      // Not zeros, which some file systems store as nothing.
      await replaceFile(fs, reserved, randomBytes(RESERVE_BYTES))
    } catch {
      // No room to reserve: drafts are then kept where and while there is some.
    }
  }

  return {
    reserve,
    keep: async (transaction, by) => {
      const bytes = encodeDraft({ at: clock.now(), by, transaction })
      const name = `${draftId(transaction)}.json`
      if (await keptIn(name, bytes)) return true
      if (reserved === undefined) return false
      await fs.remove(reserved).catch(() => undefined)
      return keptIn(name, bytes)
    },
    drop: async (id) => {
      if (!ID.test(id)) return
      for (const folder of folders) await fs.remove(pathIn(folder, id)).catch(() => undefined)
      await reserve()
    },
    list: async () => {
      const found = new Map<string, Draft>()
      for (const folder of folders) {
        for (const name of await fs.list(folder).catch(() => [])) {
          if (!DRAFT_NAME.test(name)) continue
          const id = name.slice(0, -'.json'.length)
          const bytes = await fs.readFile(join(folder, name)).catch(() => undefined)
          // One that is damaged is left on the disk for a person to look at; the scrub tells of it.
          const draft = bytes && decodeDraft(bytes)
          if (draft && draft.at > (found.get(id)?.at ?? '')) found.set(id, { id, ...draft })
        }
      }
      return [...found.values()].sort((a, b) => (a.at < b.at ? 1 : -1))
    },
  }
}
