import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { proposeRecord, type RecordProposals } from '#domain/agreement/proposals/propose-record.ts'
import { readStructure } from '#domain/structure/detect.ts'
import { readCsv } from '../exchange/csv.ts'
import { decodeDocument } from './decode-document.ts'

const CORPUS = resolve(import.meta.dirname, '..', '..', '..', '..', 'shared', 'corpus')
const INDEX = join(CORPUS, 'index.csv')

/**
 * Where the text says another day than the index: the one was signed on two days, the other bears the date of an
 * earlier agreement that its index entry is named after.
 */
const SAYS_OTHERWISE = new Set(['xml-tota/pta_392.xml', 'xml-tota/pta_97.xml'])

async function recordOf(file: string): Promise<RecordProposals> {
  const { texts } = await decodeDocument(readFileSync(join(CORPUS, file)), file)
  const [first] = texts
  if (!first) return {}
  const { text, language } = first
  return proposeRecord(text, readStructure(text, language ? { language } : {}).provisions, language)
}

interface Row {
  readonly file: string
  readonly parties: string
  readonly date: string
}

function rowsOf(index: string): Row[] {
  const [, ...rows] = readCsv(readFileSync(index, 'utf8'))
  return rows.map(([file = '', , , , parties = '', date = '']) => ({ file, parties, date }))
}

describe.skipIf(!existsSync(INDEX))('records of real agreements, against their index', () => {
  const rows = existsSync(INDEX) ? rowsOf(INDEX) : []

  it('proposes the date of signature that is known, and hardly ever none', async () => {
    const dated = rows.filter(
      ({ file, date }) => /^\d{4}(?:-\d{2}-\d{2})?$/.test(date) && !SAYS_OTHERWISE.has(file),
    )
    const wrong: string[] = []
    let found = 0
    for (const { file, date } of dated) {
      const iso = (await recordOf(file)).signedOn?.value.iso
      if (iso === undefined) continue
      found++
      if (!iso.startsWith(date)) wrong.push(`${file}: ${iso}, known ${date}`)
    }
    expect(wrong).toEqual([])
    expect(found / dated.length).toBeGreaterThan(0.9)
  })

  it('proposes two parties where there are two', async () => {
    const wrong: string[] = []
    for (const { file, parties } of rows.filter((row) => /^[A-Z]{3}(?:–| )[A-Z]{3}$/.test(row.parties))) {
      const proposed = (await recordOf(file)).parties?.value
      if (proposed && proposed.length !== 2) wrong.push(`${file}: ${proposed.join('; ')}, known ${parties}`)
    }
    expect(wrong).toEqual([])
  })
})
