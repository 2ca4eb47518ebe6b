import { crc32 } from 'node:zlib'
import { journalRecord } from '#contract/records.ts'
import type { JournalRecord } from '#domain/library/record.ts'

/**
 * One record as one line: eight hexadecimal digits of CRC-32 over the JSON's bytes, a space, the JSON, a line
 * feed. A person can read it, `grep` can search it, and one changed bit is noticed.
 */
export function encodeRecord(record: JournalRecord): Buffer {
  const json = Buffer.from(JSON.stringify(record), 'utf8')
  const sum = crc32(json).toString(16).padStart(8, '0')
  return Buffer.concat([Buffer.from(`${sum} `), json, Buffer.from('\n')])
}

/** What a line holds, or why it cannot be read. */
export type DecodedLine =
  | { readonly ok: true; readonly record: JournalRecord }
  /** `checksum`: the bytes are not those written. `unknown`: they are, but a newer program wrote them. */
  | { readonly ok: false; readonly reason: 'checksum' | 'unknown' }

/** Reads one line, without its line feed. */
export function decodeLine(line: Uint8Array): DecodedLine {
  const bytes = Buffer.from(line.buffer, line.byteOffset, line.byteLength)
  const json = bytes.subarray(9)
  const sum = bytes.subarray(0, 8).toString('latin1')
  if (bytes[8] !== 0x20 || !/^[0-9a-f]{8}$/.test(sum) || crc32(json) !== Number.parseInt(sum, 16)) {
    return { ok: false, reason: 'checksum' }
  }
  const parsed = journalRecord.safeParse(JSON.parse(json.toString('utf8')))
  return parsed.success ? { ok: true, record: parsed.data } : { ok: false, reason: 'unknown' }
}
