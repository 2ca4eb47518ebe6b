import type { VerifyReport } from '#contract/verify.ts'

/** The report as a person reads it in a terminal. */
export function reportText(report: VerifyReport): string {
  const { counts } = report
  const head = [
    `Library “${report.name}”`,
    report.path,
    '',
    `  ${counts.records} records in ${counts.segments} journal files`,
    `  ${counts.snapshots} snapshots, ${counts.sources} source files, ${counts.backups} backups`,
    `  ${counts.agreements} agreements, ${counts.texts} texts, ${counts.annotations} annotations`,
    '',
  ]
  const findings = report.findings.map(
    ({ severity, where, what }) => `  ${MARKS[severity]} ${where}: ${what}`,
  )
  const more = report.left > 0 ? [`  … and ${report.left} more of the same kinds.`] : []
  return [...head, ...findings, ...more, ...(findings.length > 0 ? [''] : []), verdict(report)].join('\n')
}

const MARKS = { error: 'DAMAGED ', warning: 'NOTE    ' } as const

/** One sentence that says how the library is. */
function verdict({ isSound, findings }: VerifyReport): string {
  if (!isSound)
    return 'The library is damaged. Copy the folder before anything else; --repair salvages into a new one.'
  return findings.length === 0 ? 'Everything is in order.' : 'Everything is in order; see the notes above.'
}
