import { importBenchmark } from './import.ts'
import { libraryBenchmark } from './library.ts'
import { openingBenchmark } from './opening.ts'
import { recordsBenchmark } from './records.ts'
import { readingBenchmark } from './reading/reading.ts'
import { measureReferences } from './references-speed.ts'
import { measureStructure } from './structure.ts'
import { table, type Benchmark } from './table.ts'

/** What finding the structure of plain text must reach on one core. */
const STRUCTURE_MB_PER_S = 25

/** What finding references must reach on one core. */
const REFERENCES_MB_PER_S = 20

const structureBenchmark: Benchmark = {
  name: 'structure',
  run: async () =>
    measureStructure().map(({ megabytes, structure, lineScan }) => ({
      what: `${megabytes} MB of plain text`,
      measured: `${structure.toFixed(1)} MB/s (a line scan: ${lineScan.toFixed(0)})`,
      against: `at least ${STRUCTURE_MB_PER_S} MB/s`,
      ratio: STRUCTURE_MB_PER_S / structure,
    })),
}

const referencesBenchmark: Benchmark = {
  name: 'references',
  run: async () =>
    measureReferences().map(({ megabytes, perSecond }) => ({
      what: `references of ${megabytes} MB of plain text`,
      measured: `${perSecond.toFixed(1)} MB/s`,
      against: `at least ${REFERENCES_MB_PER_S} MB/s`,
      ratio: REFERENCES_MB_PER_S / perSecond,
    })),
}

const BENCHMARKS = [
  importBenchmark,
  libraryBenchmark,
  openingBenchmark,
  structureBenchmark,
  recordsBenchmark,
  referencesBenchmark,
  readingBenchmark,
]

// Names after the command choose some of them: npm run bench -- import
const wanted = process.argv.slice(2)
let missed = 0
for (const { name, run } of BENCHMARKS) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  const rows = await run()
  console.log(`${name}\n${table(rows)}\n`)
  missed += rows.filter(({ ratio }) => ratio > 1).length
}
console.log(missed === 0 ? 'Every figure is within its limit.' : `${missed} figures are above their limits.`)
process.exitCode = missed === 0 ? 0 : 1
