import { join } from 'node:path'
import type { JournalRecord } from '#domain/library/record.ts'
import type { FileSystem } from '../../files/file-system.ts'
import { makePause } from '../../files/pause.ts'
import { decodeLine } from '../record-codec.ts'
import { hasSpoiltEnd, linesOf, listSegments, readSegment } from '../segments.ts'
import { fitsSum } from '../sum-file.ts'
import { placeOf, type Findings } from './findings.ts'

/** Everything in a journal that can still be read. */
export interface SalvagedJournal {
  /** Good records in the order of their numbers, which need not be without gaps. */
  readonly records: readonly JournalRecord[]
  readonly segments: readonly { readonly name: string; readonly firstSeq: number }[]
}

/**
 * Reads every line of every segment, steps over what is damaged, and tells each place. An unfinished line at the end
 * of the last segment is only worth a note: it was never acknowledged.
 */
export async function salvageJournal(
  fs: FileSystem,
  folder: string,
  findings: Findings,
): Promise<SalvagedJournal> {
  const segments = await listSegments(fs, folder)
  const records: JournalRecord[] = []
  const pause = makePause()
  let expected = 1
  for (const segment of segments) {
    const file = join('journal', segment.name)
    if (segment.firstSeq !== expected) {
      findings.error(file, `begins with record ${segment.firstSeq}, but record ${expected} comes next`)
    }
    const read = await readSegment(fs, folder, segment).catch(() => undefined)
    if (!read) {
      findings.error(file, 'cannot be read')
      continue
    }
    if (segment.isPacked && (await isNotAsPacked(fs, join(folder, segment.name)))) {
      findings.error(file, 'does not fit its checksum')
    }
    for (const { start, end, isFinished } of linesOf(read.bytes)) {
      await pause()
      const place = placeOf(file, start)
      if (!isFinished) {
        const tail = read.bytes.subarray(start, end)
        const isTorn = segment === segments.at(-1) && read.isWhole && !hasSpoiltEnd(tail)
        if (isTorn) findings.warning(place, 'the last write was cut short; the next opening removes it')
        else findings.error(place, 'the line does not end')
        break
      }
      const decoded = decodeLine(read.bytes.subarray(start, end))
      if (!decoded.ok) {
        const isNewer = decoded.reason === 'unknown'
        findings.error(
          place,
          isNewer ? 'a record of a newer version of Pacta' : 'a record whose checksum does not fit',
        )
        continue
      }
      const { record } = decoded
      if (record.seq < expected) {
        findings.error(place, `record ${record.seq} stands after record ${expected - 1}`)
        continue
      }
      if (record.seq > expected) findings.error(place, lostWords(expected, record.seq - 1))
      records.push(record)
      expected = record.seq + 1
    }
    if (!read.isWhole) findings.error(placeOf(file, read.bytes.length), 'cannot be unpacked from there on')
  }
  return { records, segments }
}

async function isNotAsPacked(fs: FileSystem, path: string): Promise<boolean> {
  // Without a sum beside it, as in an archive, the checksums of its lines must do.
  return (await fitsSum(fs, path, await fs.readFile(path))) === false
}

function lostWords(from: number, to: number): string {
  return from === to
    ? `record ${from} is missing before it`
    : `records ${from} to ${to} are missing before it`
}
