import { join } from 'node:path'
import type { FileSystem } from '../files/file-system.ts'
import { TEMPORARY_PREFIX } from '../files/replace-file.ts'
import type { LibraryFolder } from './library-folder.ts'

/**
 * What a sync tool makes of our names when two computers have written the same file: the name's beginning, words of
 * its own in the language of its user, the name's end. So the words need not be known:
 * `library (Ana's conflicted copy 2026-01-02).json`, `000001.sync-conflict-20260102-030405-ABCDEF.jsonl`,
 * `000001-DESKTOP-7F3K.jsonl`, `lock (1)`, `library (Конфликтующая копия).json`.
 */
const COPIES: Readonly<Record<'root' | 'journal' | 'snapshots' | 'sources', readonly RegExp[]>> = {
  root: [
    /^library.+\.json$/u,
    /^lock(?!\.stale-).+$/u,
    /^(?:journal|snapshots|sources|drafts|backups)[ ._(-].+$/u,
  ],
  journal: [
    /^\d{6,}[^\d.].*\.jsonl(?:\.gz)?$/u,
    /^\d{6,}\.(?!jsonl).+$/u,
    /^\d{6,}\.jsonl(?!\.gz(?:\.sha256)?$).+$/u,
  ],
  snapshots: [/^\d{9,}(?!\.json\.gz(?:\.sha256)?$).+$/u],
  sources: [/^[0-9a-f]{64}.+$/u],
}

/** Whether a name in a part of the library's folder is that of a copy made by a sync tool. */
export function isConflictCopy(part: keyof typeof COPIES, name: string): boolean {
  if (name.startsWith(TEMPORARY_PREFIX)) return false
  return COPIES[part].some((pattern) => pattern.test(name))
}

/** The copies in a library's folder, as paths below it. Nothing in them is read or changed. */
export async function findConflictCopies(fs: FileSystem, folder: LibraryFolder): Promise<string[]> {
  const parts = ['root', 'journal', 'snapshots', 'sources'] as const
  const found = await Promise.all(
    parts.map(async (part) => {
      const names = await fs.list(folder[part]).catch(() => [])
      return names
        .filter((name) => isConflictCopy(part, name))
        .map((name) => (part === 'root' ? name : join(part, name)))
    }),
  )
  return found.flat()
}
