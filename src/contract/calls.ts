import { codebookExport, exchangedCodebook } from './codebooks.ts'
import { hash, id } from './entities.ts'
import { ERROR_CODES, type ErrorCode, type ErrorDetails } from './errors.ts'
import { problem } from './problem.ts'
import { READING_CALLS } from './reading.ts'
import { journalRecord, transaction } from './records.ts'
import { SAFETY_CALLS } from './safety.ts'
import { encoding, encodingChoices } from './encodings.ts'
import { z } from './schema.ts'
import { repaired, verifyReport } from './verify.ts'
import { VERSION_CALLS } from './versions.ts'

/** The longest words that one correction of a text may take away or put in. UTF-16 units. */
const LONGEST_CORRECTION = 200_000

const none = z.void()
const nothing = z.void()

/** What a window knows about the open library. Paths are shown to the user, never used as addresses. */
const libraryInfo = z.strictObject({
  libraryId: id,
  name: z.string(),
  path: z.string(),
  /** Raised when a backup is restored: every projection of an older epoch is worthless. */
  epoch: z.int(),
  headSeq: z.int().min(0),
  /** Why nothing can be changed; absent when everything can. */
  readOnly: problem.exactOptional(),
  /** What the user should know about the folder; none of it keeps from working. */
  notices: z.array(problem),
})

/** What a window knows about the open library. */
export type LibraryInfo = z.infer<typeof libraryInfo>

const settings = z.strictObject({
  /** How the analyst's work is signed. */
  analyst: z.string().min(1).max(200),
  appearance: z.enum(['system', 'light', 'dark']),
  /** Size of the letters of a text that is read, in percent of the usual size. */
  textSize: z.int().min(70).max(250),
  /** How many letters stand on a line of a text that is read. */
  measure: z.int().min(40).max(110),
  /** Whether keys without Ctrl or ⌘ do things while nothing is typed. */
  letterKeys: z.boolean(),
})

/** Preferences of this user on this machine; not part of a library. */
export type Settings = z.infer<typeof settings>

const folder = z.strictObject({ token: id, path: z.string() })

/** A folder the user chose. The token stands for it in later calls; a window cannot name a path of its own. */
export type ChosenFolder = z.infer<typeof folder>

const importResult = z.strictObject({
  agreementId: id,
  textId: id,
  title: z.string(),
  articles: z.int(),
  /** The record that holds it. */
  seq: z.int(),
})

/** What an import added. */
export type ImportResult = z.infer<typeof importResult>

const entityPage = z.strictObject({
  /**
   * What belongs to no text: a list of `[kind, entity]` as JSON. Text crosses between the processes and into the window
   * ten times as fast as the objects would.
   */
  json: z.string(),
  /** What belongs to texts, each entity as JSON by itself: nobody need read it to keep it. */
  texts: z.array(
    z.strictObject({
      id,
      structure: z.string().exactOptional(),
      annotations: z.array(z.string()).readonly(),
      assessments: z.array(z.string()).readonly(),
    }),
  ),
  /** Where the next page begins; absent on the last page. */
  next: z.int().min(0).exactOptional(),
  /** Where the last page ends, for progress. */
  total: z.int().min(0),
  /** The journal position that all pages together show. */
  seq: z.int().min(0),
})

/** Some entities of the library, for building a projection anew. */
export type EntityPage = z.infer<typeof entityPage>

const span = z.strictObject({ start: z.int().min(0), end: z.int().min(0) })

const worded = { spans: z.array(span).readonly(), words: z.array(z.string()).readonly() }

const reason = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('signal'), ...worded }),
  z.strictObject({ kind: z.literal('definition'), ...worded }),
  z.strictObject({
    kind: z.literal('neighbour'),
    ...worded,
    /** The provision most alike that has the theme, as it is cited. */
    like: z.strictObject({ textId: id, provisionId: id, label: z.string() }),
    likeness: z.number(),
  }),
])

const suggestion = z.strictObject({ themeId: id, score: z.number(), reasons: z.array(reason).readonly() })

/** A theme proposed for a provision, with the words that cause it. */
export type SuggestedTheme = z.infer<typeof suggestion>

/** Why a theme is proposed. */
export type SuggestionReason = z.infer<typeof reason>

const exported = z.strictObject({ exportId: id, fileName: z.string(), pages: z.int() })

/** A file that was written outside the library. */
export type Exported = z.infer<typeof exported>

/**
 * Every call from a window to the main process. Input and output are checked on both sides of the line; a call
 * that is not here cannot be made.
 */
export const CALLS = {
  'app.start': {
    input: none,
    output: z.strictObject({
      version: z.string(),
      platform: z.string(),
      settings,
      suggested: folder,
      recent: z.array(folder),
      /** The library that was open when the app was last left. */
      reopen: folder.exactOptional(),
      library: libraryInfo.exactOptional(),
    }),
  },
  'settings.set': { input: settings, output: nothing },
  'folder.choose': {
    input: z.strictObject({ purpose: z.enum(['create', 'open']) }),
    output: folder.optional(),
  },
  'library.create': { input: z.strictObject({ token: id }), output: libraryInfo },
  'library.open': { input: z.strictObject({ token: id }), output: libraryInfo },
  'library.openSample': { input: none, output: libraryInfo },
  /** The open library as it is now. */
  'library.info': { input: none, output: libraryInfo },
  /** Opens the library for writing although another computer's lock is on it: the user says it is open nowhere else. */
  'library.takeOver': { input: none, output: libraryInfo },
  'library.close': { input: none, output: nothing },
  'library.records': {
    input: z.strictObject({ after: z.int().min(0), limit: z.int().min(1).max(1000) }),
    output: z.array(journalRecord),
  },
  'library.entities': { input: z.strictObject({ from: z.int().min(0) }), output: entityPage },
  /** Themes that might fit a provision, the strongest first; none when another question comes before it is answered. */
  'suggestions.list': {
    input: z.strictObject({ textId: id, provisionId: id }),
    output: z.array(suggestion).readonly(),
  },
  /** Records a transaction in the library that it was made for, and in no other. */
  'library.commit': {
    input: z.strictObject({ libraryId: id, transaction }),
    output: z.strictObject({ seq: z.int() }),
  },
  'library.undo': { input: none, output: z.strictObject({ label: z.string() }) },
  'library.redo': { input: none, output: z.strictObject({ label: z.string() }) },
  /** Looks at every byte of the open library and changes none. */
  'library.verify': { input: none, output: verifyReport },
  /** Saves what can be saved into a folder that the user chooses; nothing when they cancel. */
  'library.repair': { input: none, output: repaired.optional() },
  'text.content': { input: z.strictObject({ hash }), output: z.string() },
  /**
   * Corrects words of one provision, with all that follows for what stands on the text, as one step. `hash` is the
   * content that the change was made for: when the text has another by now, nothing is done.
   */
  'text.correct': {
    input: z.strictObject({
      textId: id,
      provisionId: id,
      hash,
      at: z.int().min(0),
      remove: z.string().max(LONGEST_CORRECTION),
      insert: z.string().max(LONGEST_CORRECTION),
    }),
    output: z.strictObject({ seq: z.int() }),
  },
  'import.choose': { input: none, output: z.array(importResult) },
  'import.file': {
    input: z.strictObject({ name: z.string().min(1).max(500), bytes: z.instanceof(Uint8Array) }),
    output: importResult,
  },
  /** Imports what the clipboard holds: asked for by name, because a page may not read the clipboard itself. */
  'import.clipboard': { input: none, output: importResult },
  /** Copies words: a page may do it only while it has the focus of the system. */
  'clipboard.write': { input: z.strictObject({ text: z.string().max(10_000) }), output: nothing },
  'import.text': { input: z.strictObject({ text: z.string() }), output: importResult },
  /** What the file that was refused last for its encoding looks like in each, for the user to say which it is. */
  'import.encodings': { input: none, output: encodingChoices },
  /** Imports that file in an encoding. */
  'import.as': { input: z.strictObject({ encoding }), output: importResult },
  'brief.exportPdf': { input: z.strictObject({ briefId: id }), output: exported.optional() },
  'export.reveal': { input: z.strictObject({ exportId: id }), output: nothing },
  'window.flushed': { input: none, output: nothing },
  ...SAFETY_CALLS,
  ...READING_CALLS,
  ...VERSION_CALLS,
  /** Reads a codebook from a file that the user chooses; nothing is imported by it. */
  'codebook.read': { input: none, output: exchangedCodebook.optional() },
  'codebook.export': {
    input: codebookExport,
    output: z.strictObject({ exportId: id, fileName: z.string() }).optional(),
  },
  'task.cancel': { input: z.strictObject({ taskId: id }), output: nothing },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>

/** The name of a call. */
export type CallName = keyof typeof CALLS
/** What a call takes. */
export type CallInput<N extends CallName> = z.infer<(typeof CALLS)[N]['input']>
/** What a call gives. */
export type CallOutput<N extends CallName> = z.infer<(typeof CALLS)[N]['output']>

/** What comes back over the line: the output, or a code that the window turns into a sentence. */
export type Reply<N extends CallName> =
  | { readonly ok: true; readonly output: CallOutput<N> }
  | { readonly ok: false; readonly code: ErrorCode; readonly details: ErrorDetails }

/** Checks the envelope of a reply before its output is checked by the call's own schema. */
export const replyEnvelope = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), output: z.unknown() }),
  z.strictObject({
    ok: z.literal(false),
    code: z.enum(ERROR_CODES),
    details: z.record(z.string(), z.union([z.string(), z.number()])),
  }),
])
