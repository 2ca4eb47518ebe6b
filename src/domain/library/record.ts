import type { Instant } from '../shared/time.ts'
import type { Operation } from './operation.ts'

/** What a person did, named for the undo menu and the history. New names may be added at any time. */
export type ActionName = keyof typeof ACTION_LABELS

const ACTION_LABELS = {
  'library.create': 'Create library',
  'library.repair': 'Repair library',
  'agreement.import': 'Import agreement',
  'agreement.create': 'New agreement record',
  'agreement.edit': 'Edit record',
  'agreement.note': 'Edit note on the agreement',
  'agreement.trash': 'Delete agreement',
  'agreement.version': 'Import a new version',
  'structure.split': 'Split provision',
  'structure.merge': 'Merge with the provision before',
  'structure.relabel': 'Relabel provision',
  'structure.indent': 'Move provision a level in',
  'structure.outdent': 'Move provision a level out',
  'structure.furniture': 'Mark as no part of the text',
  'structure.check': 'Mark as checked',
  'text.correct': 'Correct the text',
  'version.accept': 'Accept the proposed place',
  'version.place': 'Place by hand',
  'version.dismiss': 'Leave with the earlier version',
  'annotation.add': 'Annotate',
  'annotation.hits': 'Code hits',
  'annotation.provisions': 'Code provisions',
  'annotation.words': 'Change annotated words',
  'annotation.themes': 'Change themes',
  'annotation.note': 'Edit note',
  'annotation.trash': 'Delete annotation',
  'assessment.bindingness': 'Set bindingness',
  'brief.create': 'New brief',
  'brief.edit': 'Edit brief',
  'brief.title': 'Rename brief',
  'brief.paper': 'Change paper',
  'brief.trash': 'Delete brief',
  'theme.trash': 'Delete theme',
  'trash.restore': 'Restore from the trash',
  'history.restore': 'Restore an earlier state',
  'backup.restore': 'Restore a backup',
  'backup.restoreItem': 'Restore from a backup',
  'codebook.create': 'New codebook',
  'codebook.edit': 'Edit codebook',
  'codebook.import': 'Import codebook',
  'codebook.version': 'Save version of codebook',
  'codebook.trash': 'Delete codebook',
  'theme.create': 'New theme',
  'theme.edit': 'Edit theme',
  'theme.note': 'Edit note on the theme',
  'theme.move': 'Move theme',
  'theme.merge': 'Merge themes',
  'theme.split': 'Split theme',
  'theme.delete': 'Delete theme',
  'suggestion.refuse': 'Refuse suggestion',
} as const

/** Every action this program can record. */
export const ACTION_NAMES = Object.keys(ACTION_LABELS) as readonly ActionName[]

/** How an action is called in menus and messages; an action of a newer program is called "Change". */
export function actionLabel(action: string): string {
  return Object.hasOwn(ACTION_LABELS, action) ? ACTION_LABELS[action as ActionName] : 'Change'
}

/** What a caller asks to be recorded. */
export interface Transaction {
  readonly action: ActionName
  /** Transactions of one group in a row are one step for undo: what was typed in one sitting. */
  readonly group?: string
  readonly operations: readonly Operation[]
}

/** One line of the journal: a transaction that happened. */
export interface JournalRecord {
  /** 1, 2, 3… without gaps, for the life of the library. */
  readonly seq: number
  readonly at: Instant
  readonly by: string
  readonly action: string
  readonly group?: string
  /** The records this one takes back, latest first. */
  readonly undoes?: readonly number[]
  /** The records this one does again, earliest first. */
  readonly redoes?: readonly number[]
  readonly operations: readonly Operation[]
}

/** A record without its operations: what history and undo need. */
export type RecordHeader = Omit<JournalRecord, 'operations'>
