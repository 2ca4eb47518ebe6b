import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createBrief } from '#domain/library/changes/brief-changes.ts'
import { AUTHOR } from '#domain/library/fixture.testing.ts'
import type { Transaction } from '#domain/library/record.ts'
import { faultyFileSystem } from '../files/faulty-file-system.testing.ts'
import { temporaryFolder } from '../files/temporary-folder.testing.ts'
import { decodeDraft } from './draft-file.ts'
import { draftId, draftStore } from './draft-store.ts'
import { draftedCommit } from './drafted-commit.ts'

function typed(title: string, group?: string): Transaction {
  const operations = createBrief({ id: 'b', title, language: 'en', paper: 'A4' }, AUTHOR)
  return { action: 'brief.create', operations, ...(group === undefined ? {} : { group }) }
}

function scene() {
  const fs = faultyFileSystem()
  const folder = temporaryFolder()
  const places = [join(folder, 'library'), join(folder, 'machine')]
  let seconds = 0
  const clock = { now: () => new Date(Date.UTC(2026, 0, 1) + 1000 * seconds++).toISOString() }
  return { fs, folder, drafts: draftStore(fs, clock, places), again: draftStore(fs, clock, places) }
}

/** A journal that answers as told, and timers that run when told. */
function committing(drafts: ReturnType<typeof scene>['drafts']) {
  const answers: (() => Promise<number>)[] = []
  const timers: (() => void)[] = []
  const { commit, keep } = draftedCommit(
    () => answers.shift()?.() ?? Promise.resolve(1),
    drafts,
    () => 'Ana',
    (error) => error instanceof Error && error.message === 'disk-full',
    (work) => {
      timers.push(work)
      return () => timers.splice(timers.indexOf(work), 1)
    },
  )
  return { answers, timers, commit, keep }
}

const full = (): Promise<number> => Promise.reject(new Error('disk-full'))

describe('story A3: what the disk refuses is not lost with the window', () => {
  it('is kept, offered at the next start, and let go once it is recorded', async () => {
    const { drafts, again } = scene()
    const { answers, commit } = committing(drafts)
    answers.push(full)
    await expect(commit(typed('Brief', 'sitting'))).rejects.toThrow('disk-full')
    expect(await again.list()).toEqual([
      {
        id: draftId(typed('', 'sitting')),
        at: expect.any(String),
        by: 'Ana',
        transaction: typed('Brief', 'sitting'),
      },
    ])
    await commit(typed('Brief, longer', 'sitting'))
    expect(await again.list()).toEqual([])
  })

  it('holds the latest of a sitting, and each other step by itself', async () => {
    const { drafts, again } = scene()
    const { answers, commit } = committing(drafts)
    for (const transaction of [typed('B', 's'), typed('Br', 's'), typed('Other'), typed('Another')]) {
      answers.push(full)
      await commit(transaction).catch(() => undefined)
    }
    const titles = (await again.list()).map(({ transaction }) => JSON.stringify(transaction))
    expect(titles).toHaveLength(3)
    expect(titles.some((json) => json.includes('"Br"'))).toBe(true)
    expect(titles.some((json) => json.includes('"B"'))).toBe(false)
  })

  it('is kept while the disk does not answer', async () => {
    const { drafts, again } = scene()
    const { answers, timers, commit } = committing(drafts)
    const waiting: ((seq: number) => void)[] = []
    answers.push(
      () =>
        new Promise((resolve) => {
          waiting.push(resolve)
        }),
    )
    const pending = commit(typed('Brief'))
    timers[0]?.()
    // Nobody but a kill stands between here and the next start.
    await expect.poll(() => again.list()).toHaveLength(1)
    waiting[0]?.(7)
    expect(await pending).toBe(7)
    expect(await again.list()).toEqual([])
  })

  it('is kept for what waits behind another, and goes when that is recorded', async () => {
    const { drafts, again } = scene()
    const { commit, keep } = committing(drafts)
    await keep(typed('Behind'))
    expect(await again.list()).toHaveLength(1)
    await commit(typed('Behind'))
    expect(await again.list()).toEqual([])
  })

  it('outlives an earlier change of its sitting that is recorded at last', async () => {
    const { drafts, again } = scene()
    const { answers, commit, keep } = committing(drafts)
    const waiting: ((seq: number) => void)[] = []
    answers.push(
      () =>
        new Promise((resolve) => {
          waiting.push(resolve)
        }),
    )
    const earlier = commit(typed('B', 'sitting'))
    await keep(typed('Brief', 'sitting'))
    waiting[0]?.(1)
    await earlier
    expect(JSON.stringify(await again.list())).toContain('"Brief"')
    await commit(typed('Brief', 'sitting'))
    expect(await again.list()).toEqual([])
  })

  it('costs nothing when the disk takes it at once', async () => {
    const { drafts, folder } = scene()
    const { timers, commit } = committing(drafts)
    await commit(typed('Brief'))
    expect(timers).toEqual([])
    expect(readdirSync(folder)).toEqual([])
  })

  it('is not made of what can never be recorded', async () => {
    const { drafts, again } = scene()
    const { answers, commit } = committing(drafts)
    answers.push(() => Promise.reject(new Error('changed-elsewhere')))
    await expect(commit(typed('Brief'))).rejects.toThrow('changed-elsewhere')
    expect(await again.list()).toEqual([])
  })
})

describe('draftStore', () => {
  it.each(['makeFolder', 'open', 'append', 'datasync', 'rename'] as const)(
    'uses the machine’s own folder when the library’s refuses to %s',
    async (operation) => {
      const { fs, folder, drafts } = scene()
      fs.fail(operation, 'EROFS')
      expect(await drafts.keep(typed('Brief'), 'Ana')).toBe(true)
      expect(readdirSync(join(folder, 'machine'))).toHaveLength(1)
      expect(await drafts.list()).toHaveLength(1)
    },
  )

  it('says when nothing takes it, and leaves no half of one', async () => {
    const { fs, folder, drafts } = scene()
    fs.leaveRoom(40)
    expect(await drafts.keep(typed('Brief'), 'Ana')).toBe(false)
    const left = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    expect(left.filter((name) => name.includes('.'))).toEqual([])
  })

  it('leaves what it cannot read where it is, and what is not a draft alone', async () => {
    const { folder, drafts } = scene()
    await drafts.keep(typed('Brief'), 'Ana')
    const id = draftId(typed('Other'))
    writeFileSync(join(folder, 'library', `${id}.json`), '{"at":')
    writeFileSync(join(folder, 'library', 'notes.txt'), 'mine')
    expect(await drafts.list()).toHaveLength(1)
    await drafts.drop('../../etc/passwd')
    expect(readdirSync(join(folder, 'library'))).toHaveLength(3)
  })

  it('of an earlier version, without a checksum, is read', async () => {
    const { drafts, folder } = scene()
    await drafts.keep(typed('Brief'), 'Ana')
    const path = join(folder, 'library', `${draftId(typed('Brief'))}.json`)
    const { checksum: _, ...old } = JSON.parse(readFileSync(path, 'utf8')) as { checksum: string }
    writeFileSync(path, JSON.stringify(old))
    expect(await drafts.list()).toMatchObject([{ by: 'Ana', transaction: typed('Brief') }])
  })

  it('that has changed by one bit is not offered, and stays where it is', async () => {
    const { drafts, folder } = scene()
    await drafts.keep(typed('Brief'), 'Ana')
    const path = join(folder, 'library', `${draftId(typed('Brief'))}.json`)
    const good = readFileSync(path)
    for (let bit = 0; bit < good.length * 8; bit++) {
      const bad = Buffer.from(good)
      bad[bit >> 3] = (bad[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      expect([bit, decodeDraft(bad)]).toEqual([bit, undefined])
    }
    writeFileSync(path, Buffer.from(good).fill('x', 20, 21))
    expect(await drafts.list()).toEqual([])
    expect(readdirSync(join(folder, 'library'))).toHaveLength(1)
  })
})
