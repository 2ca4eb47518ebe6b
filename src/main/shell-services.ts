import type { Paper } from '#domain/brief/brief.ts'

/** A kind of file, as the system's own windows offer it. */
export interface FileKind {
  readonly name: string
  /** Without the dot. */
  readonly extensions: readonly string[]
}

/** What the user is asked through the system's own windows. */
export interface Dialogs {
  /** Nothing when the user cancels. */
  chooseFolder(options: { readonly title: string; readonly startIn: string }): Promise<string | undefined>
  /** One file of these kinds; several texts when absent. */
  chooseFiles(options: {
    readonly title: string
    readonly startIn: string
    readonly kinds?: readonly FileKind[]
  }): Promise<string[]>
  /** `kinds` is PDF when absent. */
  saveFile(options: {
    readonly title: string
    readonly startAt: string
    readonly kinds?: readonly FileKind[]
  }): Promise<string | undefined>
}

/** What the user copied last. */
export interface Clipboard {
  readText(): Promise<string>
  writeText(text: string): Promise<void>
}

/** Shows a file in the system's file manager. */
export interface Revealer {
  showInFolder(path: string): void
}

/** A page to print: what fills the print template, and the rules of this job. */
export interface PrintJob {
  readonly title: string
  readonly language: string
  readonly body: string
  readonly style: string
  readonly paper: Paper
}

/** Turns a page into a PDF. */
export interface PdfPrinter {
  print(job: PrintJob): Promise<{ readonly bytes: Uint8Array; readonly pages: number }>
}

/** Where things are on this machine. */
export interface Paths {
  /** The user's documents: where a new library is offered. */
  readonly documents: string
  /** Preferences and whatever else is this machine's own. */
  readonly userData: string
  /** The bundled sample. */
  readonly samples: string
}

/** Writes down what happened, for reports of errors. Never the user's words. */
export interface Log {
  error(message: string, cause?: unknown): void
}
