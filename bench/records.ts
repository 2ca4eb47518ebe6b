import { proposeRecord } from '#domain/agreement/proposals/propose-record.ts'
import { AGREEMENTS } from '#domain/agreement/proposals/agreements.testing.ts'
import { detectStructure } from '#domain/structure/detect.ts'
import { median, timings, type Benchmark, type Row } from './table.ts'
import { treatyOf } from './treaty.ts'

const RUNS = 9
/** What the facts of a record may cost beyond the structure. */
const LIMIT_MS_PER_MB = 20

/** Finding the facts of a record, beyond finding the structure: for lengths, and for languages. */
export const recordsBenchmark: Benchmark = { name: 'records', run: measureRecords }

async function measureRecords(): Promise<readonly Row[]> {
  const rows: Row[] = []
  for (const megabytes of [0.1, 1, 10]) {
    const text = treatyOf(megabytes * 1e6)
    rows.push(await row(`${megabytes} MB of a made treaty`, text, megabytes, 'en'))
  }
  // A text is as long as a megabyte: its agreement stands at its ends.
  for (const [language, agreement] of Object.entries(AGREEMENTS)) {
    const [head = '', ...articles] = agreement.split(/(?=\n\n(?:Art|Стат|الم|ماده|第|제))/u)
    const middle = articles[0] ?? ''
    const text = `${head}${middle.repeat(Math.ceil(1e6 / Math.max(1, middle.length)))}${articles.at(-1) ?? ''}`
    rows.push(await row(`1 million characters, ${language}`, text, 1, language))
  }
  return rows
}

async function row(what: string, text: string, megabytes: number, language: string): Promise<Row> {
  const provisions = detectStructure(text, { language })
  const times = await timings(
    RUNS,
    () => undefined,
    () => Promise.resolve(proposeRecord(text, provisions, language)),
  )
  // A short text costs what its opening and its close cost.
  const perMegabyte = median(times) / Math.max(1, megabytes)
  return {
    what,
    measured: `${perMegabyte.toFixed(2)} ms/MB`,
    against: `limit ${LIMIT_MS_PER_MB} ms/MB`,
    ratio: perMegabyte / LIMIT_MS_PER_MB,
  }
}
