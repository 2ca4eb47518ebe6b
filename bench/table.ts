/** One figure of a benchmark. */
export interface Row {
  readonly what: string
  /** The figure with its unit, as a person reads it. */
  readonly measured: string
  /** What it is held against: a limit, a peer, a bare loop in the same run. */
  readonly against: string
  /** Measured over that, so that a loaded machine slows both sides; below 1 is better than asked. */
  readonly ratio: number
}

/** A set of figures about one part of the program. */
export interface Benchmark {
  readonly name: string
  readonly run: () => Promise<readonly Row[]>
}

/** The rows as a table for a terminal. */
export function table(rows: readonly Row[]): string {
  const lines = [
    ['', 'measured', 'against', 'ratio'],
    ...rows.map((row) => [row.what, row.measured, row.against, row.ratio.toFixed(2)]),
  ]
  const widths = [0, 1, 2, 3].map((column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)))
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/** The middle of the figures: what a noisy machine disturbs least. */
export function median(figures: readonly number[]): number {
  const sorted = figures.toSorted((a, b) => a - b)
  const middle = sorted[sorted.length >> 1]
  if (middle === undefined) throw new Error('No figures to take the middle of')
  return middle
}

/** How long each of `runs` runs took, in milliseconds; what `prepare` does is not counted. */
export async function timings<T>(
  runs: number,
  prepare: () => T | Promise<T>,
  work: (prepared: T) => unknown,
): Promise<number[]> {
  const figures: number[] = []
  for (let run = 0; run < runs; run++) {
    const prepared = await prepare()
    const start = performance.now()
    await work(prepared)
    figures.push(performance.now() - start)
  }
  return figures
}
