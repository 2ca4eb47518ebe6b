import { randomUUID } from 'node:crypto'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { nodeFileSystem } from './files/file-system.ts'
import { repairLibrary, type Repaired } from './library/verify/repair-library.ts'
import { reportText } from './library/verify/report.ts'
import { examineLibrary } from './library/verify/verify-library.ts'

/** What `pacta verify` was asked for. */
export interface VerifyArguments {
  readonly root: string
  readonly json: boolean
  /** The new folder that a repair goes to. */
  readonly repair: string | undefined
}

/** Reads the words after `verify`; nothing when they make no sense. */
export function verifyArguments(args: readonly string[]): VerifyArguments | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { json: { type: 'boolean', default: false }, repair: { type: 'string' } },
      allowPositionals: true,
    })
    const [root] = positionals
    if (root === undefined || positionals.length > 1) return undefined
    return {
      root: resolve(root),
      json: values.json,
      repair: values.repair === undefined ? undefined : resolve(values.repair),
    }
  } catch {
    return undefined
  }
}

/**
 * Verifies a library, and repairs it when asked to; prints the report. Returns the exit status.
 *
 * @throws PactaError as `examineLibrary` and `repairLibrary`.
 */
export async function verify(
  { root, json, repair }: VerifyArguments,
  print: (line: string) => void,
): Promise<number> {
  const host = {
    fs: nodeFileSystem,
    clock: { now: () => new Date().toISOString() },
    ids: { next: () => randomUUID() },
    appVersion: '',
  }
  const repaired = repair === undefined ? undefined : await repairLibrary(host, root, repair)
  const report = repaired?.report ?? (await examineLibrary(host.fs, root)).report
  if (json) print(JSON.stringify(repaired ? { ...report, repaired: figuresOf(repaired) } : report, null, 2))
  else {
    print(reportText(report))
    if (repaired) print(`\n${repairText(repaired, repair ?? '')}`)
  }
  return report.isSound ? 0 : 1
}

function figuresOf({ kept, skipped, fromSnapshots, sources }: Repaired): Omit<Repaired, 'report'> {
  return { kept, skipped, fromSnapshots, sources }
}

function repairText({ kept, skipped, fromSnapshots, sources }: Repaired, folder: string): string {
  const lost = skipped === 0 ? '' : ` ${skipped} built on lost ones and could not be.`
  const snapshots = fromSnapshots === 0 ? '' : ' What the journal had lost was taken from snapshots.'
  return `Saved into ${folder}: ${kept} records, ${sources} sources.${lost}${snapshots}`
}
