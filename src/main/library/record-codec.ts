import { crc32 } from 'node:zlib'
import { journalRecord } from '#contract/records.ts'
import type { JournalRecord } from '#domain/library/record.ts'

/**
 * One record as one line: eight hexadecimal digits of CRC-32 over the JSON's bytes, a space, the JSON, a line
 * feed. A person can read it, `grep` can search it, and one changed bit is noticed.
 */
export function encodeRecord(record: JournalRecord): Buffer {
  const json = Buffer.from(JSON.stringify(record), 'utf8')
  return Buffer.concat([Buffer.from(`${checksum(json)} `), json, Buffer.from('\n')])
}

/** CRC-32 as it is written everywhere in a library: eight lower-case hexadecimal digits. */
export function checksum(bytes: Uint8Array): string {
  return crc32(bytes).toString(16).padStart(8, '0')
}

/** What a line holds, or why it cannot be read. */
export type DecodedLine =
  | { readonly ok: true; readonly record: JournalRecord }
  /** `checksum`: the bytes are not those of a record. `unknown`: they are, but a newer program wrote it. */
  | { readonly ok: false; readonly reason: 'checksum' | 'unknown' }

/** Reads one line, without its line feed. */
export function decodeLine(line: Uint8Array): DecodedLine {
  const json = soundJson(line)
  if (!json) return { ok: false, reason: 'checksum' }
  let value: unknown
  try {
    value = JSON.parse(json.toString('utf8'))
  } catch {
    // Whoever made the line gave it a sum that fits: not Pacta.
    return { ok: false, reason: 'checksum' }
  }
  const parsed = journalRecord.safeParse(value)
  return parsed.success ? { ok: true, record: parsed.data } : { ok: false, reason: 'unknown' }
}

const SEQ_FIRST = /^\{"seq":(\d{1,15})[,}]/

/**
 * The number of the record on a line whose bytes are those written; nothing for any other line. Much quicker than
 * reading the record, because the number is written first.
 */
export function seqOfLine(line: Uint8Array): number | undefined {
  const json = soundJson(line)
  const match = json && SEQ_FIRST.exec(json.subarray(0, 32).toString('latin1'))
  return match ? Number(match[1]) : undefined
}

function soundJson(line: Uint8Array): Buffer | undefined {
  const bytes = Buffer.from(line.buffer, line.byteOffset, line.byteLength)
  const json = bytes.subarray(9)
  const sum = bytes.subarray(0, 8).toString('latin1')
  return bytes[8] === 0x20 && sum === checksum(json) ? json : undefined
}
