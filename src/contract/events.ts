import { COMMAND_IDS } from './commands.ts'
import { id } from './entities.ts'
import { ERROR_CODES } from './errors.ts'
import { problem } from './problem.ts'
import { journalRecord } from './records.ts'
import { z } from './schema.ts'

const task = z.strictObject({
  taskId: id,
  title: z.string(),
  /** What it is doing now, in words. */
  step: z.string(),
  /** Share done, 0 to 1; absent while it is not known. */
  progress: z.number().min(0).max(1).exactOptional(),
  state: z.enum(['running', 'done', 'failed', 'cancelled']),
})

/** Long work, as the status line shows it. */
export type Task = z.infer<typeof task>

/** Everything the main process tells its windows without being asked. */
export const EVENTS = {
  /** A record is safe on disk. Windows apply records in the order of `seq`. */
  'library.committed': z.strictObject({ record: journalRecord }),
  /** What undo and redo would do now; absent when there is nothing. */
  'library.history': z.strictObject({ undo: z.string().exactOptional(), redo: z.string().exactOptional() }),
  /** Whether the last change is on disk. */
  'library.saving': z.strictObject({
    state: z.enum(['saved', 'saving', 'failed']),
    code: z.enum(ERROR_CODES).exactOptional(),
  }),
  /** The open library can only be read from now on: what was written is not on the disk as it should be. */
  'library.readOnly': z.strictObject({ reason: problem }),
  /** Something about an open library's folder that was found out after it was opened. */
  'library.notice': z.strictObject({ libraryId: id, notice: problem }),
  task,
  /** The window is about to close: it saves what is being typed and answers with `window.flushed`. */
  'window.flush': z.strictObject({}),
  /** A second start was asked for; this window came to the front instead. */
  'app.secondStart': z.strictObject({}),
  /** The system asked Pacta to open an archive; `archive.waiting` says which. */
  'app.archiveWaiting': z.strictObject({}),
  /** The user chose a command from the menu. */
  command: z.strictObject({ id: z.enum(COMMAND_IDS) }),
} as const satisfies Record<string, z.ZodType>

/** The name of an event. */
export type EventName = keyof typeof EVENTS
/** What an event says. */
export type EventPayload<N extends EventName> = z.infer<(typeof EVENTS)[N]>
