import { bin, runProgram } from './steps.ts'

// The whole fault suite: hundreds of kills, thousands of flipped bits, every byte of the journal's end. `npm test` runs
// a shorter form of the same tests.
process.exitCode = await runProgram(
  bin('vitest'),
  ['run', 'src/main/library/faults', '--testTimeout=3600000', ...process.argv.slice(2)],
  { PACTA_FAULTS: 'full' },
)
