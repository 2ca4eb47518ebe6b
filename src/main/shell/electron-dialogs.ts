import { clipboard, dialog, shell } from 'electron'
import type { Clipboard, Dialogs, Revealer } from '../shell-services.ts'

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
  chooseFiles: async ({ title, startIn }) => {
    const { filePaths } = await dialog.showOpenDialog({
      title,
      defaultPath: startIn,
      properties: ['openFile', 'multiSelections'],
      filters: [
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
        { name: 'All files', extensions: ['*'] },
      ],
    })
    return filePaths
  },
  saveFile: async ({ title, startAt }) => {
    const { filePath, canceled } = await dialog.showSaveDialog({
      title,
      defaultPath: startAt,
      filters: [{ name: 'PDF', extensions: ['pdf'] }],
    })
    return canceled || filePath === '' ? undefined : filePath
  },
}

/** The system's file manager. */
export const electronRevealer: Revealer = {
  showInFolder: (path) => shell.showItemInFolder(path),
}

/** The system's clipboard. Older Electron answers at once, newer ones with a promise. */
export const electronClipboard: Clipboard = {
  readText: async () => await clipboard.readText(),
}
