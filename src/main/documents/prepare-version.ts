import { setImmediate } from 'node:timers/promises'
import { PactaError } from '#contract/errors.ts'
import { carryMarks, type CarriedMark } from '#domain/library/changes/carry-marks.ts'
import type { LibraryState } from '#domain/library/library-state.ts'
import type { AgreementId, TextId } from '#domain/shared/id.ts'
import { readStructure } from '#domain/structure/detect.ts'
import type { Provision } from '#domain/structure/provision.ts'
import type { ContentHash, Text } from '#domain/text/text.ts'
import { currentTexts, earlierVersions, latestVersion } from '#domain/text/versions.ts'
import type { Decode, DecodedDocument, DecodedText } from './decoded-document.ts'
import type { ImportedFile } from './import-agreement.ts'

/** A file compared with the versions of an agreement's texts that are in the library. Nothing of it is kept yet. */
export interface PreparedVersion {
  readonly file: ImportedFile
  readonly decoded: DecodedDocument
  /** The text that was asked for. */
  readonly asked: PreparedText
  /** The file's other languages, where they say something else than the library's; and those the library lacks. */
  readonly others: readonly (PreparedText | AddedText)[]
}

/** A language of a file that the agreement has no text in yet. */
export interface AddedText extends ReadText {
  readonly replaced?: never
  readonly agreementId: AgreementId
}

interface ReadText {
  readonly version: DecodedText
  readonly provisions: readonly Provision[]
  /** Its articles were found in running text. */
  readonly isFlat: boolean
}

/** One language of a file, compared with the version of the library. */
export interface PreparedText extends ReadText {
  /** The version in the library, which this one replaces. */
  readonly replaced: Text
  readonly replacedProvisions: readonly Provision[]
  readonly isSame: boolean
  readonly carried: readonly CarriedMark[]
}

/** What preparing a version needs from outside. */
export interface VersionHost {
  readonly state: LibraryState
  readonly decode: Decode
  /** The words of a text. */
  readonly content: (hash: ContentHash) => Promise<string>
  /** Told the share that is done, 0 to 1; throws when the user has cancelled. */
  readonly progress: (share: number) => void
}

/** After so many marks other work is let in. */
const SLICE = 16

/**
 * Reads a file as a new version of a text and finds every mark of the text in it: those of the version in the library,
 * and those of earlier ones that still wait for the analyst. The other languages of a file with several become new
 * versions of the agreement's texts in these, too.
 *
 * @throws PactaError of the decoder; `changed-elsewhere` when the text is not there any more.
 */
export async function prepareVersion(
  file: ImportedFile,
  textId: TextId,
  host: VersionHost,
): Promise<PreparedVersion> {
  const { state, decode } = host
  const texts = new Map(state.all('text').map((text) => [text.id, text]))
  const text = texts.get(textId)
  if (!text) throw new PactaError('changed-elsewhere')
  const replaced = latestVersion(texts, text)
  const decoded = await decode(file.bytes, file.name)
  const version = decoded.texts.find(({ language }) => language === replaced.language) ?? decoded.texts[0]
  if (!version) throw new PactaError('file-empty', { name: file.name })
  const asked = await prepareText(version, replaced, texts, host)
  const others: (PreparedText | AddedText)[] = []
  for (const other of decoded.texts) {
    if (other === version || other.language === undefined) continue
    const known = currentTexts(texts, text.agreementId).find(({ language }) => language === other.language)
    if (!known) {
      others.push({ version: other, ...readStructure(other.text, other), agreementId: text.agreementId })
    } else if (known !== replaced) {
      const prepared = await prepareText(other, known, texts, host)
      if (!prepared.isSame) others.push(prepared)
    }
  }
  return { file, decoded, asked, others }
}

async function prepareText(
  version: DecodedText,
  replaced: Text,
  texts: ReadonlyMap<TextId, Text>,
  { state, content, progress }: VersionHost,
): Promise<PreparedText> {
  const { provisions, isFlat } = readStructure(version.text, version)
  const carried: CarriedMark[] = []
  const taken = new Set<string>()
  for (const earlier of [replaced, ...earlierVersions(texts, replaced)]) {
    // What was dismissed or is in the trash is passed over below.
    const annotations = state.annotationsOf(earlier.id)
    const assessments = state.assessmentsOf(earlier.id)
    const total = annotations.length + assessments.length
    if (total === 0) continue
    const before = {
      text: await content(earlier.content.hash),
      provisions: state.find('structure', earlier.id)?.provisions ?? [],
      annotations,
      assessments,
    }
    let done = 0
    for (const mark of carryMarks(before, { text: version.text, provisions }, taken)) {
      carried.push(mark)
      if (++done % SLICE !== 0) continue
      progress(done / total)
      await setImmediate()
    }
  }
  return {
    version,
    provisions,
    isFlat,
    replaced,
    replacedProvisions: state.find('structure', replaced.id)?.provisions ?? [],
    isSame: (await content(replaced.content.hash)) === version.text,
    carried,
  }
}
