import { clipboard, dialog, shell } from 'electron'
import type { Clipboard, Dialogs, FileKind, Revealer } from '../shell-services.ts'

const AGREEMENTS: readonly FileKind[] = [
  {
    name: 'Agreements',
    extensions: [
      'txt',
      'text',
      'pdf',
      'docx',
      'docm',
      'html',
      'htm',
      'xhtml',
      'md',
      'markdown',
      'xml',
      'json',
    ],
  },
]
const PDF: readonly FileKind[] = [{ name: 'PDF', extensions: ['pdf'] }]

/** The system's own file windows. A start folder is always given: the default would be Downloads. */
export const electronDialogs: Dialogs = {
  chooseFolder: async ({ title, startIn }) => {
    const { filePaths } = await dialog.showOpenDialog({
      title,
      defaultPath: startIn,
      properties: ['openDirectory', 'createDirectory'],
    })
    return filePaths[0]
  },
  chooseFiles: async ({ title, startIn, kinds }) => {
    const { filePaths } = await dialog.showOpenDialog({
      title,
      defaultPath: startIn,
      properties: kinds ? ['openFile'] : ['openFile', 'multiSelections'],
      filters: [...filtersOf(kinds ?? AGREEMENTS), { name: 'All files', extensions: ['*'] }],
    })
    return filePaths
  },
  saveFile: async ({ title, startAt, kinds = PDF }) => {
    const { filePath, canceled } = await dialog.showSaveDialog({
      title,
      defaultPath: startAt,
      filters: filtersOf(kinds),
    })
    return canceled || filePath === '' ? undefined : filePath
  },
}

function filtersOf(kinds: readonly FileKind[]): { name: string; extensions: string[] }[] {
  return kinds.map(({ name, extensions }) => ({ name, extensions: [...extensions] }))
}

/** The system's file manager. */
export const electronRevealer: Revealer = {
  showInFolder: (path) => shell.showItemInFolder(path),
}

/** The system's clipboard. Older Electron answers at once, newer ones with a promise. */
export const electronClipboard: Clipboard = {
  readText: async () => await clipboard.readText(),
  writeText: async (text) => await clipboard.writeText(text),
}
