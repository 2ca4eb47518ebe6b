/** Where a command stands in the application menu; commands of one `group` stand together between separators. */
export interface MenuPlace {
  readonly menu: 'File' | 'Edit' | 'View' | 'Go' | 'Help'
  readonly group: number
}

/** A thing the user can ask for by name: from the menu, the palette, or with a key. */
export interface CommandDescription {
  readonly label: string
  /**
   * The keys, as Electron writes accelerators. Single letters work outside text fields only and stand in the menu
   * for reading; all keys are handled in the window.
   */
  readonly keys?: string
  readonly place?: MenuPlace
}

/** Every command there is. The menu, the palette, the shortcut sheet and the window all read this one table. */
export const COMMANDS = {
  'library.create': { label: 'New library…', place: { menu: 'File', group: 0 } },
  'library.open': { label: 'Open library…', keys: 'CmdOrCtrl+O', place: { menu: 'File', group: 0 } },
  'archive.open': { label: 'Open library archive…', place: { menu: 'File', group: 0 } },
  'library.close': { label: 'Close library', place: { menu: 'File', group: 0 } },
  'library.verify': { label: 'Verify library…', place: { menu: 'File', group: 0 } },
  'agreement.import': { label: 'Import agreement…', keys: 'CmdOrCtrl+I', place: { menu: 'File', group: 1 } },
  'agreement.paste': {
    label: 'Import agreement from clipboard',
    keys: 'CmdOrCtrl+Shift+V',
    place: { menu: 'File', group: 1 },
  },
  'agreement.version': { label: 'Import a new version…', place: { menu: 'File', group: 1 } },
  'agreement.encoding': {
    label: 'Read the file in another encoding…',
    place: { menu: 'File', group: 1 },
  },
  'brief.create': { label: 'New brief', keys: 'CmdOrCtrl+N', place: { menu: 'File', group: 2 } },
  'brief.exportPdf': {
    label: 'Export brief as PDF…',
    keys: 'CmdOrCtrl+E',
    place: { menu: 'File', group: 2 },
  },
  'archive.export': { label: 'Export library…', place: { menu: 'File', group: 3 } },
  'library.backups': { label: 'Backups', place: { menu: 'File', group: 4 } },
  'library.trash': { label: 'Trash', place: { menu: 'File', group: 4 } },
  'library.drafts': { label: 'Changes not saved', place: { menu: 'File', group: 4 } },
  'edit.undo': { label: 'Undo', keys: 'CmdOrCtrl+Z', place: { menu: 'Edit', group: 0 } },
  'edit.redo': { label: 'Redo', keys: 'CmdOrCtrl+Shift+Z', place: { menu: 'Edit', group: 0 } },
  'find.open': { label: 'Find in the text…', keys: 'CmdOrCtrl+F', place: { menu: 'Edit', group: 1 } },
  'find.next': { label: 'Next hit', keys: 'F3', place: { menu: 'Edit', group: 1 } },
  'find.previous': { label: 'Previous hit', keys: 'Shift+F3', place: { menu: 'Edit', group: 1 } },
  'annotate.theme': { label: 'Tag selection with a theme…', keys: '/', place: { menu: 'Edit', group: 2 } },
  'annotate.repeat': { label: 'Tag with the last theme again', keys: '.', place: { menu: 'Edit', group: 2 } },
  'annotate.provision': {
    label: 'Tag the whole article, paragraph or point…',
    keys: 'T',
    place: { menu: 'Edit', group: 2 },
  },
  'annotate.note': {
    label: 'Note on the selection or the provision',
    keys: 'N',
    place: { menu: 'Edit', group: 2 },
  },
  'annotate.hits': { label: 'Code every hit…', place: { menu: 'Edit', group: 2 } },
  'annotation.endForward': {
    label: 'Annotation: one word more at its end',
    keys: ']',
    place: { menu: 'Edit', group: 5 },
  },
  'annotation.endBackward': {
    label: 'Annotation: one word less at its end',
    keys: '[',
    place: { menu: 'Edit', group: 5 },
  },
  'annotation.startForward': {
    label: 'Annotation: one word less at its start',
    keys: '}',
    place: { menu: 'Edit', group: 5 },
  },
  'annotation.startBackward': {
    label: 'Annotation: one word more at its start',
    keys: '{',
    place: { menu: 'Edit', group: 5 },
  },
  'annotation.removeTheme': {
    label: 'Annotation: take a theme away…',
    keys: 'R',
    place: { menu: 'Edit', group: 5 },
  },
  'annotation.delete': { label: 'Delete annotation', keys: 'Delete', place: { menu: 'Edit', group: 5 } },
  'annotation.next': { label: 'Next annotation', keys: 'Shift+J', place: { menu: 'Go', group: 1 } },
  'annotation.previous': {
    label: 'Previous annotation',
    keys: 'Shift+K',
    place: { menu: 'Go', group: 1 },
  },
  'annotation.nextHere': {
    label: 'Next annotation at this place',
    keys: 'O',
    place: { menu: 'Go', group: 1 },
  },
  'go.nextUncoded': { label: 'Next uncoded provision', keys: 'U', place: { menu: 'Go', group: 1 } },
  'go.previousUncoded': {
    label: 'Previous uncoded provision',
    keys: 'Shift+U',
    place: { menu: 'Go', group: 1 },
  },
  'reading.mark': {
    label: 'Mark the provision as read, or as not read',
    keys: 'M',
    place: { menu: 'Edit', group: 2 },
  },
  'assess.bindingness': { label: 'Set bindingness…', keys: 'B', place: { menu: 'Edit', group: 2 } },
  'view.beside': {
    label: 'Read another text beside this…',
    keys: 'CmdOrCtrl+\\',
    place: { menu: 'View', group: 4 },
  },
  'view.otherSide': {
    label: 'Go to the text on the other side',
    keys: 'F6',
    place: { menu: 'View', group: 4 },
  },
  'view.scrollTogether': { label: 'Scroll both texts together', place: { menu: 'View', group: 4 } },
  'view.oneText': { label: 'Read one text only', place: { menu: 'View', group: 4 } },
  'view.palette': { label: 'Search or do…', keys: 'CmdOrCtrl+K', place: { menu: 'View', group: 0 } },
  'view.sidebar': {
    label: 'Show or hide the library',
    keys: 'CmdOrCtrl+1',
    place: { menu: 'View', group: 1 },
  },
  'view.inspector': {
    label: 'Show or hide the inspector',
    keys: 'CmdOrCtrl+2',
    place: { menu: 'View', group: 1 },
  },
  'view.goToInspector': {
    label: 'Go to the inspector, and back to the text',
    keys: 'I',
    place: { menu: 'Go', group: 0 },
  },
  'view.appearance': { label: 'Switch light and dark', place: { menu: 'View', group: 2 } },
  'view.textLarger': {
    label: 'Larger letters in the text',
    keys: 'CmdOrCtrl+]',
    place: { menu: 'View', group: 2 },
  },
  'view.textSmaller': {
    label: 'Smaller letters in the text',
    keys: 'CmdOrCtrl+[',
    place: { menu: 'View', group: 2 },
  },
  'view.textWider': { label: 'Longer lines in the text', place: { menu: 'View', group: 2 } },
  'view.textNarrower': { label: 'Shorter lines in the text', place: { menu: 'View', group: 2 } },
  'view.textUsual': { label: 'Usual letters and lines', place: { menu: 'View', group: 2 } },
  'view.letterKeys': { label: 'Switch keys without Ctrl off or on', place: { menu: 'View', group: 2 } },
  'view.themes': { label: 'Show only a theme…', keys: 'F', place: { menu: 'View', group: 3 } },
  'view.allThemes': { label: 'Show all themes', keys: 'Shift+F', place: { menu: 'View', group: 3 } },
  'library.history': { label: 'History of what is selected', place: { menu: 'View', group: 3 } },
  'text.history': { label: 'History of the text', place: { menu: 'View', group: 3 } },
  'review.open': {
    label: 'Review the structure',
    keys: 'CmdOrCtrl+Shift+R',
    place: { menu: 'Edit', group: 6 },
  },
  'go.address': { label: 'Go to provision…', keys: 'G', place: { menu: 'Go', group: 0 } },
  'go.next': { label: 'Next provision', keys: 'J', place: { menu: 'Go', group: 1 } },
  'go.previous': { label: 'Previous provision', keys: 'K', place: { menu: 'Go', group: 1 } },
  'go.back': { label: 'Back to the reference', keys: 'Backspace', place: { menu: 'Go', group: 1 } },
  'notes.open': { label: 'Notes', keys: 'CmdOrCtrl+Shift+M', place: { menu: 'Go', group: 2 } },
  'codebook.open': { label: 'Codebook', keys: 'CmdOrCtrl+Shift+B', place: { menu: 'Go', group: 2 } },
  'codebook.create': { label: 'New codebook', place: { menu: 'File', group: 3 } },
  'codebook.import': { label: 'Import codebook…', place: { menu: 'File', group: 3 } },
  'codebook.exportQdc': { label: 'Export codebook as REFI-QDA (.qdc)…', place: { menu: 'File', group: 3 } },
  'codebook.exportCsv': { label: 'Export codebook as CSV…', place: { menu: 'File', group: 3 } },
  'codebook.exportExcel': { label: 'Export codebook as CSV for Excel…', place: { menu: 'File', group: 3 } },
  'codebook.freeze': { label: 'Save a version of the codebook…', place: { menu: 'File', group: 3 } },
  'theme.create': { label: 'New theme', place: { menu: 'Edit', group: 3 } },
  'theme.merge': { label: 'Merge theme into another…', place: { menu: 'Edit', group: 3 } },
  'theme.split': { label: 'Split theme…', place: { menu: 'Edit', group: 3 } },
  'theme.move': { label: 'Move theme…', place: { menu: 'Edit', group: 3 } },
  'theme.delete': { label: 'Delete theme…', place: { menu: 'Edit', group: 3 } },
  'suggest.accept': {
    label: 'Accept the first suggested theme',
    keys: 'Y',
    place: { menu: 'Edit', group: 4 },
  },
  'suggest.refuse': {
    label: 'Refuse the first suggested theme',
    keys: 'X',
    place: { menu: 'Edit', group: 4 },
  },
  'help.guide': { label: 'How Pacta works', keys: 'F1', place: { menu: 'Help', group: 0 } },
  'help.shortcuts': { label: 'Keyboard shortcuts', keys: '?', place: { menu: 'Help', group: 0 } },
} as const satisfies Record<string, CommandDescription>

/** The name of a command. */
export type CommandId = keyof typeof COMMANDS

/** Every command's name, for schemas. */
export const COMMAND_IDS = Object.keys(COMMANDS) as [CommandId, ...CommandId[]]

/** A command's description, with every field of the general shape. */
export function describeCommand(id: CommandId): CommandDescription {
  return COMMANDS[id]
}
