import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { allEntities } from '#domain/history/all-entities.ts'
import { trashedOf } from '#domain/history/trash.ts'
import { setThemes, trashAnnotation } from '#domain/library/changes/annotation-changes.ts'
import { createBrief, renameBrief } from '#domain/library/changes/brief-changes.ts'
import { AGREEMENT, annotationOf, AUTHOR, TEXT } from '#domain/library/fixture.testing.ts'
import type { LibraryState } from '#domain/library/library-state.ts'
import { create } from '#domain/library/operation.ts'
import { systemError } from '../files/faulty-file-system.testing.ts'
import { openLibrary } from '../library/library-opener.ts'
import type { OpenLibrary } from '../library/open-library.ts'
import { closedLibrary } from '../library/faults/faults.testing.ts'
import { listening, testHost, treatyLibrary } from '../library/open-library.testing.ts'
import { backupKeeper } from './backup-keeper.ts'
import { compareBackup } from './compare-backup.ts'
import { backupNames, makeBackup } from './make-backup.ts'
import { listBackups, openBackup } from './open-backup.ts'
import { restoreBackup } from './restore-backup.ts'

const annotation = annotationOf('twenty years')

/** A library with an annotation and a brief in it, and a backup of that. */
async function backedUp() {
  const treaty = await treatyLibrary()
  const { library, host } = treaty
  await library.commit({ action: 'annotation.add', operations: [create('annotation', annotation)] }, 'Ana')
  const operations = createBrief({ id: 'b', title: 'Brief', language: 'en', paper: 'A4' }, AUTHOR)
  await library.commit({ action: 'brief.create', operations }, 'Ana')
  const id = await makeBackup(host, library, 'daily')
  return { ...treaty, id, held: entitiesOf(library.state) }
}

/** Work after the backup: one thing changed, one deleted, one added. */
async function workOn(library: OpenLibrary): Promise<void> {
  const brief = library.state.find('brief', 'b')
  if (!brief) throw new Error('there is a brief')
  await library.commit({ action: 'brief.title', operations: renameBrief(brief, 'Renamed', AUTHOR) }, 'Ana')
  await library.commit({ action: 'annotation.trash', operations: trashAnnotation(annotation, AUTHOR) }, 'Ana')
  const added = create('annotation', annotationOf('Inner Sea'))
  await library.commit({ action: 'annotation.add', operations: [added] }, 'Ana')
}

function entitiesOf(state: LibraryState): Map<string, unknown> {
  return new Map([...allEntities(state)].map(({ ref, value }) => [`${ref.kind}/${ref.id}`, value]))
}

describe('makeBackup', () => {
  it('holds everything that was written, and says what it is', async () => {
    const { library, host, root, id, held } = await backedUp()
    const { state, info, missingSources } = await openBackup(host.fs, library, id)
    expect(entitiesOf(state)).toEqual(held)
    expect(info).toMatchObject({
      reason: 'daily',
      headSeq: 3,
      counts: { agreements: 1, annotations: 1, briefs: 1 },
    })
    expect(missingSources).toEqual([])
    expect(readdirSync(join(root, 'backups'))).toEqual([`${id}.zip`, `${id}.zip.sha256`])
  })

  it('names the sources it needs, and notices one that is gone', async () => {
    const { library, host, root } = await backedUp()
    const hash = await library.sources.put(Buffer.from('as it came'))
    const id = await makeBackup(host, library, 'by-hand')
    expect((await openBackup(host.fs, library, id)).info.sources).toEqual([{ hash, bytes: 10 }])
    rmSync(join(root, 'sources', hash))
    expect((await openBackup(host.fs, library, id)).missingSources).toEqual([hash])
  })

  it('does not hold up what is written meanwhile, and does not hold it either', async () => {
    const { library, host } = await backedUp()
    const running = makeBackup(host, library, 'by-hand')
    await workOn(library)
    const { info, state } = await openBackup(host.fs, library, await running)
    expect(info.headSeq).toBe(3)
    expect(state.find('brief', 'b')?.title).toBe('Brief')
    expect(library.headSeq).toBe(6)
  })

  it('fails cleanly when a file of the library cannot be read to its end', async () => {
    const root = await closedLibrary(30, { segmentBytes: 4000 })
    const host = testHost()
    const spoilt: typeof host.fs = {
      ...host.fs,
      open: async (path, mode) => {
        const file = await host.fs.open(path, mode)
        const isFirst = path.endsWith('000001.jsonl') && mode === 'read'
        return isFirst ? { ...file, read: () => Promise.reject(systemError('EIO')) } : file
      },
    }
    const library = await openLibrary(host, root, listening())
    await expect(makeBackup({ ...host, fs: spoilt }, library, 'daily')).rejects.toMatchObject({ code: 'EIO' })
    expect(readdirSync(join(root, 'backups'))).toEqual([])
    await library.close()
  })

  it('on a full disk leaves the earlier ones, and nothing half-written', async () => {
    const { library, host, root, id } = await backedUp()
    host.fs.leaveRoom(700)
    await expect(makeBackup(host, library, 'daily')).rejects.toMatchObject({ code: 'ENOSPC' })
    expect(readdirSync(join(root, 'backups'))).toEqual([`${id}.zip`, `${id}.zip.sha256`])
    host.fs.leaveRoom(Infinity)
    await makeBackup(host, library, 'daily')
    expect(await backupNames(host.fs, root)).not.toEqual([])
  })

  it('is not counted as made when what was written cannot be read again', async () => {
    const { library, host, root } = await backedUp()
    const before = readdirSync(join(root, 'backups'))
    const path = join(root, 'journal', '000001.jsonl')
    const journal = readFileSync(path)
    journal[200] = (journal[200] ?? 0) ^ 1
    writeFileSync(path, journal)
    await expect(makeBackup(host, library, 'by-hand')).rejects.toMatchObject({ reason: 'damaged' })
    expect(readdirSync(join(root, 'backups'))).toEqual(before)
  })
})

describe('openBackup', () => {
  it('finds any flipped bit, or reads the very same state', async () => {
    const { library, host, root, id, held } = await backedUp()
    const path = join(root, 'backups', `${id}.zip`)
    const sound = readFileSync(path)
    const step = Math.ceil(sound.length / 150)
    for (let at = 0; at < sound.length; at += step) {
      const changed = Buffer.from(sound)
      changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8))
      writeFileSync(path, changed)
      const read = await openBackup(host.fs, library, id).catch((error: unknown) => error)
      if (read instanceof Error) expect(read).toMatchObject({ code: 'backup-unfit' })
      else expect(entitiesOf((read as { state: LibraryState }).state)).toEqual(held)
    }
  })

  it('refuses the backup of another library, and a name that is a path', async () => {
    const { library, host, id } = await backedUp()
    const other = { root: library.root, manifest: { libraryId: 'other' } }
    await expect(openBackup(host.fs, other, id)).rejects.toMatchObject({ code: 'backup-unfit' })
    await expect(openBackup(host.fs, library, '../x')).rejects.toMatchObject({ code: 'invalid-request' })
  })

  it('lists one that cannot be read, so that nobody counts on it', async () => {
    const { host, root, id } = await backedUp()
    writeFileSync(join(root, 'backups', `${id}.zip`), 'rubbish')
    expect(await listBackups(host.fs, root)).toMatchObject([{ id, bytes: 7 }])
    expect((await listBackups(host.fs, root))[0]).not.toHaveProperty('info')
  })
})

describe('compareBackup', () => {
  it('says what was added, changed and deleted since, by name', async () => {
    const { library, host, id } = await backedUp()
    await workOn(library)
    const { state } = await openBackup(host.fs, library, id)
    const { counts, items } = await compareBackup(state, library.state)
    expect(counts).toEqual([
      { kind: 'annotation', added: 1, changed: 0, deleted: 1 },
      { kind: 'brief', added: 0, changed: 1, deleted: 0 },
    ])
    expect(items).toEqual([
      { ref: { kind: 'brief', id: 'b' }, how: 'changed', name: 'Brief' },
      {
        ref: { kind: 'annotation', id: annotation.id, textId: TEXT.id },
        how: 'deleted',
        name: '“twenty years”',
        from: `art 3, ${AGREEMENT.title.value}`,
      },
      expect.objectContaining({ how: 'added', name: '“Inner Sea”' }),
    ])
  })
})

describe('story A5: a restore deletes nothing', () => {
  it('makes everything what it was; what has come since goes to the trash; one undo takes it all back', async () => {
    const { library, host, root, id, held } = await backedUp()
    await workOn(library)
    const before = entitiesOf(library.state)
    const backup = await openBackup(host.fs, library, id)
    expect(await restoreBackup(host, library, backup, 'Ana')).toBe(true)
    for (const [key, value] of held) expect(entitiesOf(library.state).get(key)).toEqual(value)
    const added = library.state.annotationsOf(TEXT.id).find((a) => a.target.anchor.quote === 'Inner Sea')
    expect(added && trashedOf(added)).toMatchObject({ by: 'Ana' })
    expect(await library.undo('Ana')).toBe('Restore a backup')
    expect(entitiesOf(library.state)).toEqual(before)
    expect((await backupNames(host.fs, root)).map(({ reason }) => reason)).toContain('before-restore')
  })

  it('can be restored back to the state before it, also after a restart', async () => {
    const { library, host, root, id } = await backedUp()
    await workOn(library)
    const before = entitiesOf(library.state)
    await restoreBackup(host, library, await openBackup(host.fs, library, id), 'Ana')
    await library.close()
    const again = await openLibrary(host, root, listening())
    const safety = (await backupNames(host.fs, root)).find(({ reason }) => reason === 'before-restore')
    await restoreBackup(host, again, await openBackup(host.fs, again, safety?.id ?? ''), 'Ana')
    expect(entitiesOf(again.state)).toEqual(before)
    await again.close()
  })

  it('raises the epoch before anything changes, so that no projection of the old one is believed', async () => {
    const { library, host, root, id } = await backedUp()
    await workOn(library)
    const backup = await openBackup(host.fs, library, id)
    await restoreBackup(host, library, backup, 'Ana')
    expect(library.manifest.epoch).toBe(2)
    await library.close()
    const again = await openLibrary(host, root, listening())
    expect(again.manifest.epoch).toBe(2)
    await again.close()
  })

  it('changes nothing when the state before cannot be backed up', async () => {
    const { library, host, id } = await backedUp()
    await workOn(library)
    const before = entitiesOf(library.state)
    const backup = await openBackup(host.fs, library, id)
    host.fs.leaveRoom(100)
    await expect(restoreBackup(host, library, backup, 'Ana')).rejects.toMatchObject({
      code: 'backup-failed',
      details: { reason: 'the disk is full' },
    })
    expect(entitiesOf(library.state)).toEqual(before)
    expect(library.manifest.epoch).toBe(1)
  })

  it('changes nothing when there is nothing to change', async () => {
    const { library, host, id } = await backedUp()
    expect(await restoreBackup(host, library, await openBackup(host.fs, library, id), 'Ana')).toBe(false)
    expect(library.headSeq).toBe(3)
    expect(library.manifest.epoch).toBe(1)
  })
})

describe('backupKeeper', () => {
  /** A keeper whose clock stands still until it is moved. */
  async function kept(appVersion = '0.0.0') {
    const treaty = await treatyLibrary()
    let now = Date.parse(treaty.library.manifest.createdAt)
    const runs: string[] = []
    const host = { fs: treaty.host.fs, appVersion, clock: { now: () => new Date(now).toISOString() } }
    const told: string[] = []
    const keeper = backupKeeper(
      host,
      (title, work) => {
        runs.push(title)
        return work(() => undefined)
      },
      (_, reason) => told.push(reason),
    )
    const later = (hours: number): void => {
      now += hours * 3_600_000
    }
    const names = async (): Promise<string[]> =>
      (await backupNames(host.fs, treaty.root)).map(({ reason }) => reason)
    return { ...treaty, keeper, later, names, runs, told }
  }

  it('makes one a day, when something has changed', async () => {
    const { keeper, library, later, names } = await kept()
    await keeper.check(library)
    expect(await names()).toEqual([])
    later(25)
    await keeper.check(library)
    await keeper.check(library)
    expect(await names()).toEqual(['daily'])
    later(25)
    await keeper.check(library)
    expect(await names()).toEqual(['daily'])
    const operations = setThemes(annotation, [], AUTHOR)
    await library.commit({ action: 'annotation.add', operations: [create('annotation', annotation)] }, 'Ana')
    await library.commit({ action: 'annotation.themes', operations }, 'Ana')
    await keeper.check(library)
    expect(await names()).toEqual(['daily', 'daily'])
  })

  it('story A2: makes one before a newer program writes, and only once', async () => {
    const { keeper, library, names, host, root } = await kept('0.1.0')
    await keeper.check(library)
    await keeper.check(library)
    expect(await names()).toEqual(['before-upgrade'])
    const [made] = await listBackups(host.fs, root)
    const { info } = await openBackup(host.fs, library, made?.id ?? '')
    expect(info.headSeq).toBe(library.headSeq)
    expect(library.manifest.appVersion).toBe('0.1.0')
  })

  it('story A12: on a full disk says why, lets the work go on, and tries again later, not at once', async () => {
    const { keeper, library, later, names, runs, told, host } = await kept()
    later(25)
    host.fs.leaveRoom(500)
    await keeper.check(library)
    await keeper.check(library)
    expect(keeper.problem).toBe('the disk is full')
    expect(told).toEqual(['the disk is full'])
    expect(runs).toHaveLength(1)
    host.fs.leaveRoom(Infinity)
    later(2)
    await keeper.check(library)
    expect(keeper.problem).toBeUndefined()
    expect(await names()).toEqual(['daily'])
  })
})
