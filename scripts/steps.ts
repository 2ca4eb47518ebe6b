import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/** The project's folder. */
export const ROOT = resolve(import.meta.dirname, '..')

/** How many of a step's checks passed and failed. */
export interface Count {
  readonly passed: number
  readonly failed: number
}

/** Something to be checked. */
export interface Step {
  readonly name: string
  run(): Promise<Count>
}

/** Runs a program with its output on this terminal; its exit status. */
export function runProgram(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<number> {
  return new Promise((settle, fail) => {
    const child = spawn(program, args, {
      cwd: ROOT,
      stdio: ['ignore', 'inherit', 'inherit'],
      // Colours are for a person's terminal, not for a log.
      env: { ...process.env, ...(process.stdout.isTTY ? {} : { NO_COLOR: '1' }), ...env },
    })
    child.on('error', fail)
    child.on('close', (code) => settle(code ?? 1))
  })
}

/** The path of a program that a package brings. */
export function bin(name: string): string {
  return join(ROOT, 'node_modules', '.bin', name)
}

function single(name: string, program: string, ...args: string[]): Step {
  return {
    name,
    run: async () =>
      (await runProgram(program, args)) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 },
  }
}

/** Each layer is checked with only what it may see: no `document` in the domain, no `process` in the renderer. */
const LAYER_PROJECTS = ['src/domain', 'src/contract', 'src/main', 'src/preload', 'src/renderer', '.']

/** Runs a test runner that writes a JSON report, and counts what the report says. */
export async function reported(
  run: (report: string) => Promise<number>,
  count: (report: string) => Count,
): Promise<Count> {
  const folder = mkdtempSync(join(tmpdir(), 'pacta-report-'))
  try {
    const report = join(folder, 'report.json')
    const status = await run(report)
    const counted = count(readFileSync(report, 'utf8'))
    // A runner that failed without naming a test (a suite that does not load) has failed all the same.
    return status !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted
  } catch (error) {
    console.error(error)
    return { passed: 0, failed: 1 }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const unitTests: Step = {
  name: 'unit tests',
  run: () =>
    reported(
      (report) =>
        runProgram(bin('vitest'), [
          'run',
          '--reporter=default',
          '--reporter=json',
          `--outputFile.json=${report}`,
        ]),
      (report) => {
        const { numPassedTests, numFailedTests } = JSON.parse(report) as Record<string, number>
        return { passed: numPassedTests ?? 0, failed: numFailedTests ?? 0 }
      },
    ),
}

/** What must hold before every commit: format, types layer by layer, lint, and the tests that need no window. */
export const CHECKS: readonly Step[] = [
  single('format', bin('oxfmt'), '--check', '.'),
  ...LAYER_PROJECTS.map((project) => single(`types of ${project}`, bin('tsc'), '-p', project)),
  single('lint', bin('oxlint'), '--deny-warnings'),
  single('unused code', bin('knip')),
  unitTests,
]

/** Runs the steps in order, says how each ended, and prints the sum as the last line. */
export async function runSteps(steps: readonly Step[]): Promise<void> {
  const started = Date.now()
  let passed = 0
  let failed = 0
  for (const step of steps) {
    console.log(`\n— ${step.name}`)
    const before = Date.now()
    const count = await step.run()
    passed += count.passed
    failed += count.failed
    console.log(`  ${step.name}: ${count.passed} passed, ${count.failed} failed, ${seconds(before)}`)
  }
  console.log(`\nAll of it took ${seconds(started)}.`)
  console.log(`${passed} passed, ${failed} failed`)
  process.exitCode = failed === 0 ? 0 : 1
}

function seconds(since: number): string {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`
}
