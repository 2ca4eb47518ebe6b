/** Why an archive is not taken. A closed set: each is a sentence for the user, and a case of its own in the tests. */
const REASONS = {
  'not-zip': 'it is not a Pacta archive',
  'not-pacta': 'it holds no Pacta library',
  encrypted: 'it is encrypted',
  'bad-name': 'a name in it leads outside the library or cannot be a file name',
  'bad-encoding': 'a name in it is not written in UTF-8',
  'duplicate-name': 'two files in it have the same name',
  link: 'it holds a link to another place',
  'too-many': 'it holds too many files',
  'too-large': 'it would unpack to far more than a library can be',
  damaged: 'it is damaged',
  newer: 'it was made by a newer version of Pacta',
} as const

/** The name of a reason. */
export type ArchiveReason = keyof typeof REASONS

/** An archive or a backup that cannot be taken as it is. Nothing was written because of it. */
export class ArchiveProblem extends Error {
  override readonly name = 'ArchiveProblem'
  readonly reason: ArchiveReason
  /** The file in the archive that is concerned, when it is one. */
  readonly entry: string | undefined

  constructor(reason: ArchiveReason, entry?: string, options?: ErrorOptions) {
    super(`${REASONS[reason]}${entry === undefined ? '' : `: ${entry}`}`, options)
    this.reason = reason
    this.entry = entry
  }

  /** The reason as the end of a sentence. */
  get words(): string {
    return REASONS[this.reason]
  }
}
