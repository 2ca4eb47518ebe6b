import { homedir } from 'node:os'
import { dirname, join, sep } from 'node:path'
import type { FileSystem } from '../files/file-system.ts'

/** A tool that copies folders between computers, and how its folders are known. */
interface CloudService {
  readonly name: string
  /** A folder of this name on the way to the library. */
  readonly folder: RegExp
  /** Files or folders that the tool keeps at the top of what it copies. */
  readonly markers: readonly string[]
}

/** As the tools name their folders on Windows, macOS and Linux, in their vendors' help pages. */
const SERVICES: readonly CloudService[] = [
  { name: 'Dropbox', folder: /^Dropbox(?: \(.+\)|-.+)?$/i, markers: ['.dropbox', '.dropbox.cache'] },
  { name: 'OneDrive', folder: /^(?:OneDrive|SkyDrive)(?: ?- ?.+)?$/i, markers: [] },
  {
    name: 'iCloud Drive',
    folder: /^(?:iCloud ?Drive|com~apple~CloudDocs|Mobile Documents)$/i,
    markers: [],
  },
  {
    name: 'Google Drive',
    folder: /^(?:Google ?Drive(?:-.+)?|DriveFS)$/i,
    markers: ['.tmp.drivedownload', '.tmp.driveupload', '.shortcut-targets-by-id'],
  },
  {
    name: 'Yandex.Disk',
    folder: /^(?:Yandex\.?Disk|Яндекс\.?Диск)(?:\.localized)?(?:-.+)?$/iu,
    markers: [],
  },
  {
    name: 'Nextcloud',
    folder: /^(?:Nextcloud|ownCloud)\d*$/i,
    markers: ['.nextcloudsync.log', '.owncloudsync.log'],
  },
  { name: 'pCloud', folder: /^pCloud ?(?:Drive|Sync)?$/i, markers: [] },
  { name: 'Box', folder: /^Box(?: Sync|-Box)?$/, markers: [] },
  { name: 'MEGA', folder: /^MEGA(?:sync)?(?: Downloads)?$/, markers: ['.megaignore'] },
  { name: 'Syncthing', folder: /^\.stfolder$/, markers: ['.stfolder'] },
  { name: 'Seafile', folder: /^Seafile$/i, markers: ['.seafile-data'] },
  { name: 'Nutstore', folder: /^(?:Nutstore(?: Files)?|坚果云|我的坚果云)$/iu, markers: [] },
]

/** Where macOS keeps what it copies to iCloud. A home's Documents and Desktop lead there when iCloud has them. */
const ICLOUD_HOME = 'Library/Mobile Documents/com~apple~CloudDocs'

/** The name of the sync tool in whose folder a path lies, or nothing. Links to such a folder are followed. */
export async function cloudServiceOf(
  fs: FileSystem,
  path: string,
  home: string = homedir(),
): Promise<string | undefined> {
  const place = await fs.realPath(path).catch(() => path)
  return (
    (await serviceAt(fs, path)) ??
    (place === path ? undefined : await serviceAt(fs, place)) ??
    (await iCloudHomeOf(fs, place, home))
  )
}

/**
 * With “Desktop & Documents Folders” macOS leaves both at their usual path and keeps a folder of the same name where its
 * iCloud files are.
 */
async function iCloudHomeOf(fs: FileSystem, path: string, home: string): Promise<string | undefined> {
  for (const name of ['Documents', 'Desktop']) {
    const isInside = path.startsWith(join(home, name) + sep)
    if (isInside && (await exists(fs, join(home, ...ICLOUD_HOME.split('/'), name)))) return 'iCloud Drive'
  }
  return undefined
}

async function serviceAt(fs: FileSystem, path: string): Promise<string | undefined> {
  const names = path.split(/[\\/]/).filter((part) => part !== '')
  const byName = SERVICES.find(({ folder }) => names.some((name) => folder.test(name)))
  if (byName) return byName.name
  for (let folder = path; ; folder = dirname(folder)) {
    for (const { name, markers } of SERVICES) {
      for (const marker of markers) if (await exists(fs, join(folder, marker))) return name
    }
    if (dirname(folder) === folder || folder === sep) return undefined
  }
}

/** A folder that may not be looked into holds no marker for us. */
async function exists(fs: FileSystem, path: string): Promise<boolean> {
  return (await fs.stat(path).catch(() => undefined)) !== undefined
}
