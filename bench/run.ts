import { importBenchmark } from './import.ts'
import { table } from './table.ts'

const BENCHMARKS = [importBenchmark]

// Names after the command choose some of them: npm run bench -- import
const wanted = process.argv.slice(2)
for (const { name, run } of BENCHMARKS) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  console.log(`${name}\n${table(await run())}\n`)
}
