import { PactaError } from '#contract/errors.ts'
import type { CarriedMark } from '#domain/library/changes/carry-marks.ts'
import type { LibraryState } from '#domain/library/library-state.ts'
import type { AgreementId, ProvisionId, TextId } from '#domain/shared/id.ts'
import type { Provision } from '#domain/structure/provision.ts'
import type { ContentHash, Text } from '#domain/text/text.ts'
import { currentTexts, earlierVersions, latestVersion } from '#domain/text/versions.ts'
import type { Carry } from './carry.ts'
import type { ImportedFile } from './import-agreement.ts'
import type { Read, ReadDocument, ReadText } from './read-document.ts'

/** A file compared with the versions of an agreement's texts that are in the library. Nothing of it is kept yet. */
export interface PreparedVersion {
  readonly file: ImportedFile
  readonly read: ReadDocument
  /** The text that was asked for. */
  readonly asked: PreparedText
  /** The file's other languages, where they say something else than the library's; and those the library lacks. */
  readonly others: readonly (PreparedText | AddedText)[]
}

/** A language of a file that the agreement has no text in yet. */
export interface AddedText {
  readonly version: ReadText
  readonly replaced?: never
  readonly agreementId: AgreementId
}

/** One language of a file, compared with the version of the library. */
export interface PreparedText {
  readonly version: ReadText
  /** The version in the library, which this one replaces. */
  readonly replaced: Text
  readonly replacedProvisions: readonly Provision[]
  readonly isSame: boolean
  readonly carried: readonly CarriedMark[]
}

/** What preparing a version needs from outside. */
export interface VersionHost {
  readonly state: LibraryState
  readonly read: Read
  readonly carry: Carry
  /** The words of a text. */
  readonly content: (hash: ContentHash) => Promise<string>
  /** Told what is being done and the share of it that is done, 0 to 1. */
  readonly step: (step: VersionStep, share: number) => void
  /** Aborted when the user has cancelled. */
  readonly signal: AbortSignal
}

/** What takes its time in preparing a version. */
export type VersionStep = 'reading' | 'carrying'

/**
 * Reads a file as a new version of a text and finds every mark of the text in it: those of the version in the library,
 * and those of earlier ones that still wait for the analyst. The other languages of a file with several become new
 * versions of the agreement's texts in these, too.
 *
 * @throws PactaError of the reader, `cancelled` among them; `changed-elsewhere` when the text is not there any more.
 */
export async function prepareVersion(
  file: ImportedFile,
  textId: TextId,
  host: VersionHost,
): Promise<PreparedVersion> {
  const { state, step, signal } = host
  const texts = new Map(state.all('text').map((text) => [text.id, text]))
  const text = texts.get(textId)
  if (!text) throw new PactaError('changed-elsewhere')
  const replaced = latestVersion(texts, text)
  const read = await host.read(file.bytes, file.name, {
    signal,
    progress: (share) => step('reading', share),
  })
  const version = read.texts.find(({ language }) => language === replaced.language) ?? read.texts[0]
  if (!version) throw new PactaError('file-empty', { name: file.name })
  const asked = await prepareText(version, replaced, texts, host)
  const others: (PreparedText | AddedText)[] = []
  for (const other of read.texts) {
    if (other === version || other.language === undefined) continue
    const known = currentTexts(texts, text.agreementId).find(({ language }) => language === other.language)
    if (!known) {
      others.push({ version: other, agreementId: text.agreementId })
    } else if (known !== replaced) {
      const prepared = await prepareText(other, known, texts, host)
      if (!prepared.isSame) others.push(prepared)
    }
  }
  return { file, read, asked, others }
}

async function prepareText(
  version: ReadText,
  replaced: Text,
  texts: ReadonlyMap<TextId, Text>,
  { state, carry, content, step, signal }: VersionHost,
): Promise<PreparedText> {
  const { text, provisions } = version
  const carried: CarriedMark[] = []
  const taken = new Set<ProvisionId>()
  for (const earlier of [replaced, ...earlierVersions(texts, replaced)]) {
    // What was dismissed or is in the trash is passed over below.
    const annotations = state.annotationsOf(earlier.id)
    const assessments = state.assessmentsOf(earlier.id)
    if (annotations.length + assessments.length === 0) continue
    const before = {
      text: await content(earlier.content.hash),
      provisions: state.find('structure', earlier.id)?.provisions ?? [],
      annotations,
      assessments,
    }
    const marks = await carry(
      { before, after: { text, provisions }, taken },
      { signal, progress: (share) => step('carrying', share) },
    )
    for (const mark of marks) {
      carried.push(mark)
      const { outcome } = mark
      const isPlaced = mark.mark.kind === 'assessment' && outcome.kind === 'carried'
      if (isPlaced && outcome.provisionId !== undefined) taken.add(outcome.provisionId)
    }
  }
  return {
    version,
    replaced,
    replacedProvisions: state.find('structure', replaced.id)?.provisions ?? [],
    isSame: (await content(replaced.content.hash)) === text,
    carried,
  }
}
