import { join } from 'node:path'
import { z } from '#contract/schema.ts'
import type { Handlers } from './dispatch.ts'
import { replaceFile } from './files/replace-file.ts'
import type { HandlerParts } from './handler-parts.ts'

const stored = z.record(z.string(), z.array(z.string()))

/**
 * Keeps which provisions have been read, in one small file for each library among the settings of this machine. It
 * is this analyst's progress and no statement about the agreement: it makes no record, no backup and no step for undo.
 */
export function readingCalls({
  host,
  session,
  paths,
}: Pick<HandlerParts, 'host' | 'session' | 'paths'>): Pick<Handlers, 'reading.list' | 'reading.set'> {
  const fileOf = (libraryId: string): string => join(paths.userData, `read-${libraryId}.json`)
  const readAll = async (libraryId: string): Promise<z.infer<typeof stored>> => {
    try {
      const bytes = await host.fs.readFile(fileOf(libraryId))
      return stored.parse(JSON.parse(Buffer.from(bytes).toString('utf8')))
    } catch {
      // Nothing has been read yet, or the file is damaged: it is not worth an error.
      return {}
    }
  }
  // One after the other, so that no change takes another back.
  let turn: Promise<unknown> = Promise.resolve()

  return {
    'reading.list': async ({ textId }) => {
      await turn
      return (await readAll(session.require().manifest.libraryId))[textId] ?? []
    },
    'reading.set': ({ textId, provisionIds }) => {
      const { libraryId } = session.require().manifest
      const written = turn.then(async () => {
        const all = { ...(await readAll(libraryId)), [textId]: provisionIds }
        await replaceFile(host.fs, fileOf(libraryId), Buffer.from(`${JSON.stringify(all)}\n`))
      })
      turn = written.catch(() => undefined)
      return written
    },
  }
}
