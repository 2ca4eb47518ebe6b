import { bin, runProgram } from './steps.ts'

// The whole fault suite: hundreds of kills, of the store alone and of the whole program, thousands of flipped bits, every
// byte of the journal's end, ten thousand spoiled files of every format. `npm test` runs a shorter form of the same tests.
const store = await runProgram(
  bin('vitest'),
  [
    'run',
    'src/main/library/faults',
    'src/main/documents/fuzz',
    '--testTimeout=3600000',
    ...process.argv.slice(2),
  ],
  { PACTA_FAULTS: 'full' },
)
const program = await runProgram(bin('tsx'), ['scripts/test.ts', 'e2e/kills'], {
  PACTA_ONLY_E2E: '1',
  PACTA_KILLS: '200',
})
process.exitCode = Math.max(store, program)
