import type { ErrorMessage } from './error-message.ts'
import { FILE_MESSAGES } from './file-errors.ts'

/**
 * Everything that can go wrong, as a closed set. Each code has one message that says what happened, what is safe
 * and what to do next; `{name}` places are filled from the error's details.
 */
const MESSAGES = {
  ...FILE_MESSAGES,
  'folder-not-writable': {
    happened: 'Pacta may not write in the folder “{name}”.',
    safe: 'Nothing was changed there.',
    todo: 'Choose another folder, or ask whoever manages this computer for permission.',
  },
  'folder-not-empty': {
    happened: 'The folder “{name}” already has other files in it.',
    safe: 'They were left as they are.',
    todo: 'Choose an empty folder, or type a new name.',
  },
  'folder-not-library': {
    happened: 'The folder “{name}” holds no Pacta library.',
    safe: 'Nothing was changed there.',
    todo: 'Choose a folder that has a file named library.json, or create a new library.',
  },
  'folder-missing': {
    happened: 'The folder “{name}” is not there.',
    safe: 'Nothing was changed.',
    todo: 'If it is on another disk or in the network, connect it and open the library again.',
  },
  'library-newer': {
    happened: 'The library “{name}” was made by a newer version of Pacta.',
    safe: 'Nothing in it was changed; what this version understands can be read.',
    todo: 'Install the newer version of Pacta to work on it.',
  },
  'library-in-use': {
    happened: 'The library “{name}” is open in another Pacta ({holder}).',
    safe: 'Here it is open for reading only, so neither can overwrite the other.',
    todo: 'Close it there, then open it here again.',
  },
  'library-in-use-elsewhere': {
    happened:
      'The library “{name}” is open on another computer ({holder}), or was when that was switched off.',
    safe: 'Here it is open for reading only, so neither can overwrite the other.',
    todo: 'Close it there, then open it here again. If it is open nowhere else, or this computer had another name then, take it over.',
  },
  'library-damaged': {
    happened: 'The library “{name}” is damaged: {file}, at byte {byte}.',
    safe: 'It is open for reading only, and nothing in the folder was changed.',
    todo: 'Copy the folder to a safe place, then choose “Verify library…” from the File menu.',
  },
  'library-unreadable': {
    happened: 'The file {file} of the library “{name}” cannot be read.',
    safe: 'The library is open for reading only, as far as it could be read, and nothing was changed.',
    todo: 'Check that no other program holds the file and that you may read it, then open the library again.',
  },
  'library-replaced': {
    happened:
      'Another program replaced or removed the file {file} of the library “{name}” while it was open.',
    safe: 'What you saw as saved before is in this window, your last change is kept as a draft, and nothing more is written.',
    todo: 'Stop the program that copies or cleans the folder, bring the file back if it is gone, and open the library again.',
  },
  'library-read-only': {
    happened: 'The library “{name}” is open for reading only.',
    safe: 'Nothing was changed.',
    todo: 'The line at the top of the window says why, and what to do.',
  },
  'library-not-as-left': {
    happened:
      'The library “{name}” is not as it was left on this computer: the last changes made here are not in it.',
    safe: 'What is in the folder is shown as it is, and nothing in it was changed.',
    todo: 'If a sync program or a person has put an older copy in its place, look for the newer one before you go on, or look in Backups.',
  },
  'journal-torn': {
    happened: 'The last write to the library “{name}” was cut short: {bytes} bytes of it were removed.',
    safe: 'Everything that was shown as saved is there.',
    todo: 'If the computer was switched off or stopped while you were typing, look at your last sentence.',
  },
  'journal-tail-kept': {
    happened:
      'The power went before the last write to the library “{name}” was finished: {bytes} bytes of it were moved to {file}.',
    safe: 'Everything that was shown as saved is there.',
    todo: 'Look at your last sentence; when it is as it should be, the file can be deleted.',
  },
  'snapshot-damaged': {
    happened: 'The file {file} in the library “{name}” is damaged.',
    safe: 'Nothing is lost: what it held was read from the journal instead.',
    todo: 'Choose “Verify library…” from the File menu, because the disk may be failing.',
  },
  'damage-found': {
    happened:
      'The file {file} in the library “{name}” is damaged: its bytes are not those that were written.',
    safe: 'What you see was read from elsewhere, and nothing was changed.',
    todo: 'Choose “Verify library…” from the File menu and copy the folder to another disk, because this one may be failing.',
  },
  'conflict-copies': {
    happened: 'A sync tool has made copies of files in the library “{name}”: {files}.',
    safe: 'The library itself is in order, and the copies were left as they are.',
    todo: 'Work was probably done on two computers at the same time; keep the copies until you have compared them.',
  },
  'cloud-folder': {
    happened: 'The library “{name}” is in a folder that {service} copies to other computers.',
    safe: 'Everything is in order now.',
    todo: 'Move it to an ordinary folder: a sync tool can mix the writing of two computers or bring back old files.',
  },
  'disk-space': {
    happened: 'The disk has {free} free, and “{name}” needs {needed}.',
    safe: 'Nothing was added to the library.',
    todo: 'Free some space and import it again.',
  },
  'no-library': {
    happened: 'No library is open.',
    safe: 'Nothing was changed.',
    todo: 'Open or create a library first.',
  },
  'another-library': {
    happened: 'The library that the last change belongs to is not open any more.',
    safe: 'The change is kept for that library, and no other library was touched.',
    todo: 'Open that library again and look under “Changes not saved” in the File menu.',
  },
  'disk-full': {
    happened: 'The disk is full, so the last change could not be saved.',
    safe: 'Everything before it is safe, and the change is kept in this window.',
    todo: 'Free some space; Pacta will then save by itself.',
  },
  'write-failed': {
    happened: 'The last change could not be written to “{name}”.',
    safe: 'Everything before it is safe, and the change is kept in this window.',
    todo: 'Check that the disk is connected and that you may write there; Pacta will try again by itself.',
  },
  'changed-elsewhere': {
    happened: 'This was changed in the meantime, so the last step was not applied.',
    safe: 'Nothing was lost.',
    todo: 'Look at it as it is now and, if still wanted, do the step again.',
  },
  'nothing-to-undo': {
    happened: 'There is nothing to undo.',
    safe: 'Nothing was changed.',
    todo: 'Go on working.',
  },
  'content-missing': {
    happened: 'The words of this text are missing from the library folder.',
    safe: 'Its annotations are kept.',
    todo: 'Restore the folder “sources” from a copy of the library.',
  },
  'archive-unfit': {
    happened: '“{name}” cannot be opened: {reason}.',
    safe: 'Nothing was unpacked, and no library was changed.',
    todo: 'Ask whoever sent it for another copy, or export it again.',
  },
  'archive-not-written': {
    happened: 'The library could not be written to “{name}”: {reason}.',
    safe: 'The library is unchanged, and no file was left there.',
    todo: 'Choose another folder, or free some space and export it again.',
  },
  'archive-incomplete': {
    happened:
      'The library could not be exported whole: files of {titles} are missing from its folder “sources”.',
    safe: 'The library is unchanged, and no file was written.',
    todo: 'Import the same documents again, which brings their files back, or restore “sources” from a copy; then export again.',
  },
  'backup-unfit': {
    happened: 'The backup of {name} cannot be read: {reason}.',
    safe: 'The library is unchanged.',
    todo: 'Choose another backup.',
  },
  'backup-failed': {
    happened: 'No backup could be made: {reason}.',
    safe: 'The library and its earlier backups are unchanged.',
    todo: 'Free some space on the disk, or check that you may write in the library’s folder; then try again.',
  },
  'export-failed': {
    happened: 'The PDF could not be made.',
    safe: 'The brief is unchanged, and no file was written.',
    todo: 'Try again; if it fails again, restart Pacta.',
  },
  'export-not-written': {
    happened: '“{name}” could not be written.',
    safe: 'The brief is unchanged.',
    todo: 'Choose another folder, or close the file if it is open in another program.',
  },
  'codebook-not-a-codebook': {
    happened: '“{name}” holds no codebook.',
    safe: 'Nothing was added to the library.',
    todo: 'Choose a REFI-QDA codebook (.qdc), or a table (.csv) with a column named Label.',
  },
  'codebook-damaged': {
    happened: '“{name}” is damaged: it cannot be read from line {line} on.',
    safe: 'Nothing was added to the library.',
    todo: 'Export it again from the program that made it.',
  },
  'codebook-unsafe': {
    happened: '“{name}” declares entities of its own, which no codebook needs and which can do harm.',
    safe: 'It was not read any further, and nothing was added to the library.',
    todo: 'Ask whoever made it for an export without a document type declaration.',
  },
  'codebook-too-large': {
    happened: '“{name}” has more themes, or longer ones, than Pacta can take.',
    safe: 'Nothing was added to the library.',
    todo: 'Split it into several codebooks.',
  },
  'codebook-empty': {
    happened: '“{name}” has no themes.',
    safe: 'Nothing was changed, and no file was written.',
    todo: 'Choose a codebook that has at least one theme.',
  },
  'codebook-not-written': {
    happened: '“{name}” could not be written.',
    safe: 'The codebook is unchanged.',
    todo: 'Choose another folder, or close the file if it is open in another program.',
  },
  cancelled: {
    happened: 'Cancelled.',
    safe: 'Nothing was changed.',
    todo: 'Start again whenever you like.',
  },
  'invalid-request': {
    happened: 'Pacta asked itself for something it does not understand.',
    safe: 'Nothing was changed.',
    todo: 'Restart Pacta; if it happens again, report it with the steps that led here.',
  },
  internal: {
    happened: 'Something in Pacta went wrong.',
    safe: 'Everything saved before is safe.',
    todo: 'Try again; if it happens again, restart Pacta.',
  },
} as const satisfies Record<string, ErrorMessage>

/** The name of an error. */
export type ErrorCode = keyof typeof MESSAGES

/** Every code, for schemas and tests. */
export const ERROR_CODES = Object.keys(MESSAGES) as [ErrorCode, ...ErrorCode[]]

/** Values for the places in a message. */
export type ErrorDetails = Readonly<Record<string, string | number>>

/** The message of an error with its places filled; a place without a value is left out with its quotes. */
export function errorMessage(code: ErrorCode, details: ErrorDetails = {}): ErrorMessage {
  const fill = (sentence: string): string =>
    sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(details[name] ?? '…'))
  const { happened, safe, todo } = MESSAGES[code]
  return { happened: fill(happened), safe: fill(safe), todo: fill(todo) }
}

/** An error that the user can be told about. Services throw it; it crosses the process line as code and details. */
export class PactaError extends Error {
  override readonly name = 'PactaError'
  readonly code: ErrorCode
  readonly details: ErrorDetails

  constructor(code: ErrorCode, details: ErrorDetails = {}, options?: ErrorOptions) {
    super(errorMessage(code, details).happened, options)
    this.code = code
    this.details = details
  }
}
