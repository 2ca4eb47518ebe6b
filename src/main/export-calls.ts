import { join } from 'node:path'
import { PactaError } from '#contract/errors.ts'
import type { Handlers } from './dispatch.ts'
import { exportBrief, exportName } from './export-brief.ts'
import type { HandlerParts } from './handler-parts.ts'
import { libraryFolder } from './library/library-folder.ts'
import type { Tokens } from './tokens.ts'

/** Answers the calls that write files for readers outside Pacta. */
export function exportCalls(
  parts: HandlerParts,
  tokens: Tokens,
): Pick<Handlers, 'brief.exportPdf' | 'export.reveal'> {
  const { host, session, tasks, dialogs, revealer, printer, settings } = parts
  return {
    'brief.exportPdf': async ({ briefId }) => {
      const library = session.require()
      const brief = library.state.find('brief', briefId)
      if (!brief) throw new PactaError('changed-elsewhere')
      const folder = libraryFolder(library.root).exports
      // The folder is only an offer: where it cannot be made, the dialog starts elsewhere.
      await host.fs.makeFolder(folder).catch(() => undefined)
      const startAt = join(folder, exportName(brief))
      const path = await dialogs.saveFile({ title: 'Export brief as PDF', startAt })
      if (path === undefined) return undefined
      return tasks.run(`Export “${brief.title}”`, (progress) =>
        exportBrief(
          library,
          brief,
          path,
          settings.settings.analyst,
          {
            fs: host.fs,
            printer,
            remember: (written) => tokens.tokenOf(written),
            today: (language) => longDate(host.clock.now(), language),
          },
          progress,
        ),
      )
    },
    'export.reveal': async ({ exportId }) => {
      const path = tokens.pathOf(exportId)
      if (path === undefined) throw new PactaError('invalid-request')
      revealer.showInFolder(path)
    },
  }
}

function longDate(instant: string, language: string): string {
  const locale = Intl.DateTimeFormat.supportedLocalesOf([language])[0] ?? 'en-GB'
  // British order for plain "en": the product writes dates as 4 April 1949.
  const written = locale === 'en' ? 'en-GB' : locale
  return new Intl.DateTimeFormat(written, { dateStyle: 'long' }).format(new Date(instant))
}
