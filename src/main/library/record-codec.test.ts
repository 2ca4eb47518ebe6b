import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { create } from '#domain/library/operation.ts'
import { annotationOf, AUTHOR } from '#domain/library/fixture.testing.ts'
import type { JournalRecord } from '#domain/library/record.ts'
import { checksum, decodeLine, encodeRecord } from './record-codec.ts'

const record: JournalRecord = {
  seq: 7,
  at: AUTHOR.at,
  by: 'Анна «А» 🤝\n',
  action: 'annotation.add',
  operations: [create('annotation', annotationOf('twenty years'))],
}

function lineOf(encoded: Buffer): Buffer {
  return encoded.subarray(0, -1)
}

describe('a journal line', () => {
  it('holds one record on one line and gives it back', () => {
    const encoded = encodeRecord(record)
    expect(encoded.indexOf('\n')).toBe(encoded.length - 1)
    expect(decodeLine(lineOf(encoded))).toEqual({ ok: true, record })
  })

  it('gives back any words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (by) => {
        expect(decodeLine(lineOf(encodeRecord({ ...record, by })))).toEqual({
          ok: true,
          record: { ...record, by },
        })
      }),
    )
  })

  it('is refused when any one bit of it is flipped', () => {
    const good = lineOf(encodeRecord(record))
    for (let bit = 0; bit < good.length * 8; bit++) {
      const bad = Buffer.from(good)
      bad[bit >> 3] = (bad[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      expect(decodeLine(bad)).toEqual({ ok: false, reason: 'checksum' })
    }
  })

  it('whose sum fits words that are no JSON is damage, not a fault in the program', () => {
    const words = Buffer.from('{"seq":7,')
    const line = Buffer.concat([Buffer.from(`${checksum(words)} `), words])
    expect(decodeLine(line)).toEqual({ ok: false, reason: 'checksum' })
  })

  it('of a newer program is told from a damaged one', () => {
    const newer = { ...record, operations: [{ op: 'rearrange', ref: { kind: 'annotation', id: 'x' } }] }
    const encoded = encodeRecord(newer as unknown as JournalRecord)
    expect(decodeLine(lineOf(encoded))).toEqual({ ok: false, reason: 'unknown' })
  })
})
