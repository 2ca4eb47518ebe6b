import type { Carry } from './documents/carry.ts'
import type { WorkerReader } from './documents/worker-reader.ts'
import type { EventSink } from './event-sink.ts'
import type { Farewell } from './farewell.ts'
import type { LibraryHost } from './library/library-opener.ts'
import type { LibrarySession } from './library/library-session.ts'
import type { SettingsStore } from './settings-store.ts'
import type { Clipboard, Dialogs, Paths, PdfPrinter, Revealer } from './shell-services.ts'
import type { Suggestions } from './suggestions/suggestions.ts'
import type { Tasks } from './tasks.ts'
import type { WaitingArchive } from './waiting-archive.ts'

/** Everything the calls need. */
export interface HandlerParts {
  readonly host: LibraryHost
  readonly session: LibrarySession
  readonly settings: SettingsStore
  readonly tasks: Tasks
  /** Tells every window something. */
  readonly emit: EventSink
  readonly reader: WorkerReader
  readonly carry: Carry
  readonly suggestions: Suggestions
  readonly dialogs: Dialogs
  readonly clipboard: Clipboard
  readonly revealer: Revealer
  readonly printer: PdfPrinter
  readonly paths: Paths
  readonly farewell: Farewell
  /** What the system asked Pacta to open. */
  readonly archives: WaitingArchive
  readonly platform: string
}
