import { copyFileSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { create } from '#domain/library/operation.ts'
import { annotationOf, AUTHOR } from '#domain/library/fixture.testing.ts'
import type { JournalRecord } from '#domain/library/record.ts'
import { faultyFileSystem, type FaultyFileSystem } from '../files/faulty-file-system.testing.ts'
import { temporaryFolder } from '../files/temporary-folder.testing.ts'
import { packJournal } from './pack-journal.ts'
import { openJournal, type JournalOpening } from './journal.ts'

function record(seq: number): JournalRecord {
  const annotation = annotationOf('twenty years', ['IMP.6'], `a${seq}`)
  return {
    seq,
    at: AUTHOR.at,
    by: 'Ana',
    action: 'annotation.add',
    operations: [create('annotation', annotation)],
  }
}

async function reopen(
  folder: string,
  fs = faultyFileSystem(),
  segmentBytes?: number,
  after = 0,
): Promise<JournalOpening & { seqs: number[]; fs: FaultyFileSystem }> {
  const seqs: number[] = []
  const opened = await openJournal(fs, folder, {
    libraryName: 'Test',
    after,
    visit: (r) => seqs.push(r.seq),
    ...(segmentBytes === undefined ? {} : { segmentBytes }),
  })
  if (!opened.problem) await opened.journal.cutTail()
  return { ...opened, seqs, fs }
}

/** A folder with a journal of `count` records. */
async function written(count: number, segmentBytes?: number): Promise<string> {
  const folder = temporaryFolder()
  const { journal } = await reopen(folder, undefined, segmentBytes)
  for (let seq = 1; seq <= count; seq++) await journal.append([record(seq)])
  await journal.close()
  return folder
}

describe('the journal', () => {
  it('gives back what was appended, in order, after reopening', async () => {
    const folder = await written(5)
    const { journal, seqs } = await reopen(folder)
    expect(seqs).toEqual([1, 2, 3, 4, 5])
    expect(journal.headSeq).toBe(5)
    expect(await journal.read(1, 2)).toEqual([record(2), record(3)])
    expect(await journal.read(4, 10)).toEqual([record(5)])
    expect(await journal.read(5, 10)).toEqual([])
  })

  it('goes on in a new segment when one is full, and reads across them', async () => {
    const folder = await written(6, 500)
    expect(readdirSync(folder).length).toBeGreaterThan(2)
    const { journal, seqs } = await reopen(folder, undefined, 500)
    expect(seqs).toEqual([1, 2, 3, 4, 5, 6])
    expect((await journal.read(0, 10)).map((r) => r.seq)).toEqual(seqs)
  })

  it('cut at any byte of its last two records opens with every whole record and goes on', async () => {
    const folder = await written(3)
    const segment = join(folder, '000001.jsonl')
    const bytes = readFileSync(segment)
    const lineEnds = [...bytes.entries()].filter(([, byte]) => byte === 0x0a).map(([at]) => at)
    copyFileSync(segment, `${segment}.whole`)
    for (let length = (lineEnds[0] ?? 0) + 1; length <= bytes.length; length++) {
      copyFileSync(`${segment}.whole`, segment)
      truncateSync(segment, length)
      const { journal, seqs, tornBytes } = await reopen(folder)
      const whole = lineEnds.filter((end) => end < length).length
      expect([length, seqs.length]).toEqual([length, whole])
      expect(tornBytes).toBe(length - ((lineEnds[whole - 1] ?? -1) + 1))
      await journal.append([record(whole + 1)])
      await journal.close()
      expect((await reopen(folder)).seqs).toHaveLength(whole + 1)
    }
  })

  it.each([
    ['a flipped bit', (bytes: Buffer) => (bytes[300] = (bytes[300] ?? 0) ^ 4)],
    ['a block of zeros', (bytes: Buffer) => bytes.fill(0, 20, 40)],
  ])('with %s in the middle is reported with file and byte, and left as it is', async (_, damage) => {
    const folder = await written(3)
    const segment = join(folder, '000001.jsonl')
    const bytes = readFileSync(segment)
    damage(bytes)
    writeFileSync(segment, bytes)
    const { problem, seqs } = await reopen(folder)
    expect(problem).toMatchObject({
      code: 'library-damaged',
      details: { file: 'journal/000001.jsonl', byte: 0 },
    })
    expect(seqs).toEqual([])
    expect(readFileSync(segment)).toEqual(bytes)
  })

  it('with a record missing in the middle is reported', async () => {
    const folder = await written(3)
    const segment = join(folder, '000001.jsonl')
    const lines = readFileSync(segment, 'utf8').split('\n')
    writeFileSync(segment, [lines[0], lines[2], ''].join('\n'))
    const { problem, journal } = await reopen(folder)
    expect(problem).toMatchObject({ code: 'library-damaged' })
    expect(journal.headSeq).toBe(1)
  })

  it('on a full disk keeps what it had, and goes on when there is room', async () => {
    const folder = await written(2)
    const { journal, fs } = await reopen(folder)
    fs.leaveRoom(100)
    await expect(journal.append([record(3)])).rejects.toThrow('ENOSPC')
    expect(journal.headSeq).toBe(2)
    expect((await reopen(folder)).seqs).toEqual([1, 2])
    fs.leaveRoom(Infinity)
    await journal.append([record(3)])
    await journal.close()
    expect((await reopen(folder)).seqs).toEqual([1, 2, 3])
  })

  it('does not trust a file after a failed sync: it opens it anew and writes the record again', async () => {
    const folder = await written(1)
    const { journal, fs } = await reopen(folder)
    fs.fail('datasync', 'EIO', '.jsonl')
    fs.fail('truncate', 'EIO')
    await expect(journal.append([record(2)])).rejects.toThrow('EIO')
    await journal.append([record(2)])
    await journal.close()
    expect((await reopen(folder)).seqs).toEqual([1, 2])
  })

  it('stops being written when, after a failed sync, the file is not as it was left', async () => {
    const folder = await written(2)
    const { journal, fs } = await reopen(folder)
    fs.fail('datasync', 'EIO', '.jsonl')
    await expect(journal.append([record(3)])).rejects.toThrow('EIO')
    const segment = join(folder, '000001.jsonl')
    const bytes = readFileSync(segment)
    writeFileSync(segment, bytes.fill(0, 10, 20))
    await expect(journal.append([record(3)])).rejects.toMatchObject({
      code: 'library-damaged',
      details: { file: 'journal/000001.jsonl', byte: 0 },
    })
    expect(readFileSync(segment)).toEqual(bytes)
  })

  it('is read from where a snapshot ends, in the segment that holds it', async () => {
    const folder = await written(8, 500)
    const { seqs, journal } = await reopen(folder, undefined, 500, 5)
    expect(seqs).toEqual([6, 7, 8])
    await journal.append([record(9)])
    expect((await journal.read(0, 20)).map((r) => r.seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
  })

  it('that ends before the snapshot has lost what was acknowledged: it is not written', async () => {
    const folder = await written(3)
    const { problem, journal } = await reopen(folder, undefined, undefined, 5)
    expect(problem).toMatchObject({ code: 'library-damaged', details: { file: 'journal/000001.jsonl' } })
    expect(journal.headSeq).toBe(5)
  })

  it('with damage in what a snapshot covers gives everything after it all the same', async () => {
    const folder = await written(6)
    const segment = join(folder, '000001.jsonl')
    const bytes = readFileSync(segment)
    bytes[50] = (bytes[50] ?? 0) ^ 1
    writeFileSync(segment, bytes)
    const { problem, seqs } = await reopen(folder, undefined, undefined, 3)
    expect(problem).toMatchObject({ details: { file: 'journal/000001.jsonl', byte: 0 } })
    expect(seqs).toEqual([4, 5, 6])
  })

  it('reads packed segments as it reads plain ones, and goes on after them', async () => {
    const folder = await written(8, 500)
    await packJournal(faultyFileSystem(), folder, 5)
    const names = readdirSync(folder)
    expect(names.filter((name) => name.endsWith('.gz')).length).toBeGreaterThan(0)
    expect(names.filter((name) => name.endsWith('.jsonl')).length).toBeGreaterThan(0)
    const { seqs, journal } = await reopen(folder, undefined, 500)
    expect(seqs).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    expect(await journal.read(1, 2)).toEqual([record(2), record(3)])
  })

  it('is read also while it is being packed', async () => {
    const folder = await written(8, 500)
    const { journal } = await reopen(folder, undefined, 500)
    await packJournal(faultyFileSystem(), folder, 8)
    expect((await journal.read(0, 8)).map((r) => r.seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  })

  it('packs nothing when the disk is full, and leaves no half-packed file', async () => {
    const folder = await written(8, 500)
    const before = readdirSync(folder)
    const fs = faultyFileSystem()
    fs.leaveRoom(20)
    await expect(packJournal(fs, folder, 8)).rejects.toThrow('ENOSPC')
    expect(readdirSync(folder)).toEqual(before)
  })

  it('with a packed segment that is damaged names it and the byte up to which it can be read', async () => {
    const folder = await written(8, 500)
    await packJournal(faultyFileSystem(), folder, 8)
    const packed = join(folder, '000001.jsonl.gz')
    const bytes = readFileSync(packed)
    writeFileSync(packed, bytes.fill(0xff, bytes.length - 40))
    const { problem } = await reopen(folder, undefined, 500)
    expect(problem).toMatchObject({
      code: 'library-damaged',
      details: { file: 'journal/000001.jsonl.gz' },
    })
  })

  it('whose file is held by another program is not taken for damaged', async () => {
    const folder = await written(2)
    const fs = faultyFileSystem()
    fs.fail('readFile', 'EBUSY')
    const { problem } = await reopen(folder, fs)
    expect(problem).toMatchObject({
      code: 'library-unreadable',
      details: { file: 'journal/000001.jsonl' },
    })
  })

  it('takes only what follows its last record', async () => {
    const folder = await written(2)
    const { journal } = await reopen(folder)
    const before = readFileSync(join(folder, '000001.jsonl'))
    await expect(journal.append([record(3), record(5)])).rejects.toThrow('does not follow')
    await expect(journal.append([record(2)])).rejects.toThrow('does not follow')
    expect(readFileSync(join(folder, '000001.jsonl'))).toEqual(before)
    await journal.append([record(3)])
    await journal.close()
  })

  it('never cuts a packed segment, whatever stands at its end', async () => {
    const folder = await written(3)
    const plain = join(folder, '000001.jsonl')
    const packed = gzipSync(Buffer.concat([readFileSync(plain), Buffer.from('a1b2c3d4 {"seq":4')]))
    writeFileSync(`${plain}.gz`, packed)
    rmSync(plain)
    const { problem, seqs } = await reopen(folder)
    expect(problem).toMatchObject({ details: { file: 'journal/000001.jsonl.gz' } })
    expect(seqs).toEqual([1, 2, 3])
    expect(readFileSync(`${plain}.gz`)).toEqual(packed)
  })
})
