import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { setNote } from '#domain/library/changes/annotation-changes.ts'
import { annotationOf, AUTHOR, libraryOperations, TEXT } from '#domain/library/fixture.testing.ts'
import { create } from '#domain/library/operation.ts'
import type { Transaction } from '#domain/library/record.ts'
import { paragraph, richText } from '#domain/rich-text/rich-text.ts'
import { draftCalls } from './draft-calls.ts'
import { temporaryFolder } from './files/temporary-folder.testing.ts'
import { librarySession } from './library/library-session.ts'
import { listening, testHost } from './library/open-library.testing.ts'
import { openSettings } from './settings-store.ts'

const annotation = annotationOf('twenty years')
const note: Transaction = {
  action: 'annotation.note',
  group: 'sitting',
  operations: setNote(annotation, richText([paragraph('What follows from it?')]), AUTHOR),
}

/** An open library with an annotation in it, and another start of the program on the same folders. */
async function scene() {
  const folder = temporaryFolder()
  const host = testHost()
  const settings = await openSettings(host.fs, join(folder, 'settings.json'), 'Ana')
  const paths = { documents: folder, userData: join(folder, 'machine'), samples: folder }
  const root = join(folder, 'Treaties')
  const start = () => {
    const session = librarySession(host, listening())
    return { session, drafts: draftCalls({ host, session, settings, paths }) }
  }
  const first = start()
  await first.session.create(root, 'Ana')
  const operations = libraryOperations().filter(({ ref }) => !isDefault(ref.kind))
  await first.drafts.commit(first.session.require(), { action: 'agreement.import', operations })
  await first.drafts.commit(first.session.require(), {
    action: 'annotation.add',
    operations: [create('annotation', annotation)],
  })
  return { ...first, host, root, start }
}

function isDefault(kind: string): boolean {
  return kind === 'codebook' || kind === 'theme'
}

describe('story A3: a change that the disk refuses is told, and survives the end of the program', () => {
  it('is offered at the next start with its words, and saved when the user wants it', async () => {
    const { session, drafts, host, root, start } = await scene()
    host.fs.fail('datasync', 'EIO', '.jsonl')
    await expect(drafts.commit(session.require(), note)).rejects.toMatchObject({ code: 'write-failed' })
    // The program ends here without another word; only the lock is let go, as a new start would find it stale.
    await session.close()

    const next = start()
    await next.session.open(root)
    const [draft] = await next.drafts.calls['drafts.list']()
    expect(draft).toMatchObject({ label: 'Edit note', words: 'What follows from it?', by: 'Ana' })
    await next.drafts.calls['drafts.restore']({ draftId: draft?.draftId ?? '' })
    expect(next.session.require().state.annotationsOf(TEXT.id)[0]).toHaveProperty('note')
    expect(await next.drafts.calls['drafts.list']()).toEqual([])
  })

  it('keeps its words when it does not fit any more, until the user lets it go', async () => {
    const { drafts, host, session } = await scene()
    host.fs.fail('datasync', 'EIO', '.jsonl')
    await drafts.commit(session.require(), note).catch(() => undefined)
    const other = setNote(annotation, richText([paragraph('Another.')]), AUTHOR)
    await drafts.commit(session.require(), { action: 'annotation.note', operations: other })
    const [draft] = await drafts.calls['drafts.list']()
    const draftId = draft?.draftId ?? ''
    await expect(drafts.calls['drafts.restore']({ draftId })).rejects.toMatchObject({
      code: 'changed-elsewhere',
    })
    expect((await drafts.calls['drafts.list']())[0]?.words).toBe('What follows from it?')
    await drafts.calls['drafts.discard']({ draftId })
    expect(await drafts.calls['drafts.list']()).toEqual([])
    await session.close()
  })
})
