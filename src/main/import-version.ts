import { carryOperations } from '#domain/library/changes/carry-marks.ts'
import { create, type Operation } from '#domain/library/operation.ts'
import type { Author } from '#domain/shared/author.ts'
import type { Text } from '#domain/text/text.ts'
import { textOf } from './documents/import-agreement.ts'
import type { PreparedVersion } from './documents/prepare-version.ts'
import { folderError } from './library/library-opener.ts'
import type { OpenLibrary } from './library/open-library.ts'

/**
 * Keeps the file and records the version with everything that it carries along, in one transaction.
 *
 * @returns the number of the record.
 * @throws PactaError of `checkSpace`, of the disk, or as `commit`; nothing of it is then recorded.
 */
export async function importVersion(
  library: OpenLibrary,
  prepared: PreparedVersion,
  isReread: boolean,
  id: string,
  author: Author,
  newId: () => string,
  checkSpace: (name: string) => Promise<void>,
): Promise<number> {
  const { file, read, asked, others } = prepared
  await checkSpace(file.name)
  const keep = (bytes: Uint8Array): Promise<string> =>
    library.sources.put(bytes).catch((error: unknown) => {
      throw folderError(error, library.name)
    })
  const originalHash = await keep(file.bytes)
  const operations: Operation[] = []
  for (const one of [asked, ...others]) {
    const textId = one === asked ? id : newId()
    const { version, replaced } = one
    const agreementId = one.replaced ? one.replaced.agreementId : one.agreementId
    const contentHash = await keep(Buffer.from(version.text, 'utf8'))
    const made = textOf(version, read, file, author, textId, agreementId, contentHash, originalHash)
    operations.push(
      create('text', { ...made, ...(replaced ? inPlaceOf(replaced, isReread) : {}) }),
      create('structure', { id: textId, provisions: version.provisions }),
      ...(replaced ? carryOperations(one.carried, textId) : []),
    )
  }
  return library.commit({ action: 'agreement.version', operations }, author.name)
}

/**
 * The analyst has said which text this is: its language is known, whatever the letters look like; unless the letters
 * by which it was known were wrong ones.
 */
function inPlaceOf({ id, language, direction }: Text, isReread: boolean): Partial<Text> {
  return isReread ? { replaces: id } : { language, direction, replaces: id }
}
