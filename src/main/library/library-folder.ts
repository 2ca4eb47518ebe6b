import { join } from 'node:path'

/** Where everything stands in a library's folder. See docs/library-format.md. */
export interface LibraryFolder {
  readonly root: string
  readonly manifest: string
  readonly journal: string
  readonly snapshots: string
  readonly sources: string
  readonly drafts: string
  readonly backups: string
  readonly exports: string
  readonly lock: string
}

/** The places in the folder at `root`. */
export function libraryFolder(root: string): LibraryFolder {
  return {
    root,
    manifest: join(root, 'library.json'),
    journal: join(root, 'journal'),
    snapshots: join(root, 'snapshots'),
    sources: join(root, 'sources'),
    drafts: join(root, 'drafts'),
    backups: join(root, 'backups'),
    exports: join(root, 'exports'),
    lock: join(root, 'lock'),
  }
}
