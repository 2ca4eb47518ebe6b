import type { Settings } from '#contract/calls.ts'
import { z } from '#contract/schema.ts'
import type { FileSystem } from './files/file-system.ts'
import { replaceFile } from './files/replace-file.ts'

const MOST_RECENT = 8

const stored = z.object({
  analyst: z.string().min(1).max(200).optional(),
  appearance: z.enum(['system', 'light', 'dark']).optional(),
  textSize: z.int().min(70).max(250).optional(),
  measure: z.int().min(40).max(110).optional(),
  letterKeys: z.boolean().optional(),
  recent: z.array(z.string()).optional(),
  open: z.string().optional(),
})

/** Preferences of this user on this machine, kept in one small file. */
export interface SettingsStore {
  readonly settings: Settings
  /** Folders of libraries opened before, the latest first. */
  readonly recent: readonly string[]
  /** Folder of the library that is open, or was when the app was left. */
  readonly open: string | undefined
  set(settings: Settings): Promise<void>
  /** Takes note that a library was opened, or closed by the user. */
  setOpen(root: string | undefined): Promise<void>
}

/** Reads the preferences; an unreadable file gives the defaults, because nothing in it is worth an error. */
export async function openSettings(fs: FileSystem, path: string, userName: string): Promise<SettingsStore> {
  const read = await readStored(fs, path)
  let settings: Settings = {
    analyst: read.analyst ?? userName,
    appearance: read.appearance ?? 'system',
    textSize: read.textSize ?? 100,
    measure: read.measure ?? 68,
    letterKeys: read.letterKeys ?? true,
  }
  let recent = read.recent ?? []
  let { open } = read
  const save = (): Promise<void> =>
    replaceFile(fs, path, Buffer.from(`${JSON.stringify({ ...settings, recent, open }, null, 2)}\n`))
  return {
    get settings() {
      return settings
    },
    get recent() {
      return recent
    },
    get open() {
      return open
    },
    set: async (next) => {
      settings = next
      await save()
    },
    setOpen: async (root) => {
      open = root
      if (root !== undefined)
        recent = [root, ...recent.filter((other) => other !== root)].slice(0, MOST_RECENT)
      await save()
    },
  }
}

async function readStored(fs: FileSystem, path: string): Promise<z.infer<typeof stored>> {
  try {
    return stored.parse(JSON.parse(Buffer.from(await fs.readFile(path)).toString('utf8')))
  } catch {
    return {}
  }
}
