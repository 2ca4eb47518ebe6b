import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from './files/temporary-folder.testing.ts'
import { librarySession } from './library/library-session.ts'
import { listening, testHost } from './library/open-library.testing.ts'
import { readingCalls } from './reading-calls.ts'

/** An open library, and starts of the program on the same machine. */
async function scene() {
  const folder = temporaryFolder()
  const host = testHost()
  const paths = { documents: folder, userData: folder, samples: folder }
  const session = librarySession(host, listening())
  await session.create(join(folder, 'Treaties'), 'Ana')
  const start = () => readingCalls({ host, session, paths })
  return { folder, session, start }
}

describe('what has been read', () => {
  it('is nothing at first, and is known after a restart', async () => {
    const { start } = await scene()
    const calls = start()
    expect(await calls['reading.list']({ textId: 'text-1' })).toEqual([])
    await calls['reading.set']({ textId: 'text-1', provisionIds: ['art-1'] })
    await calls['reading.set']({ textId: 'text-1', provisionIds: ['art-1', 'art-2'] })
    expect(await start()['reading.list']({ textId: 'text-1' })).toEqual(['art-1', 'art-2'])
  })

  it('is kept text by text, also when two are told at once', async () => {
    const { start } = await scene()
    const calls = start()
    await Promise.all([
      calls['reading.set']({ textId: 'text-1', provisionIds: ['art-1'] }),
      calls['reading.set']({ textId: 'text-2', provisionIds: ['art-9'] }),
    ])
    expect(await calls['reading.list']({ textId: 'text-1' })).toEqual(['art-1'])
    expect(await calls['reading.list']({ textId: 'text-2' })).toEqual(['art-9'])
  })

  it('is nothing where the file is damaged, and begins anew', async () => {
    const { folder, session, start } = await scene()
    writeFileSync(join(folder, `read-${session.require().manifest.libraryId}.json`), '{"text-1":[')
    const calls = start()
    expect(await calls['reading.list']({ textId: 'text-1' })).toEqual([])
    await calls['reading.set']({ textId: 'text-1', provisionIds: ['art-1'] })
    expect(await calls['reading.list']({ textId: 'text-1' })).toEqual(['art-1'])
  })
})
