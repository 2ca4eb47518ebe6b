import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { setBlocks, createBrief } from '#domain/library/changes/brief-changes.ts'
import { setThemes } from '#domain/library/changes/annotation-changes.ts'
import { annotationOf, AUTHOR, TEXT } from '#domain/library/fixture.testing.ts'
import { create } from '#domain/library/operation.ts'
import type { Transaction } from '#domain/library/record.ts'
import { paragraph } from '#domain/rich-text/rich-text.ts'
import { filesBelow } from './faults/faults.testing.ts'
import { openLibrary } from './library-opener.ts'
import { listening, treatyLibrary } from './open-library.testing.ts'

function annotate(words: string): Transaction {
  return { action: 'annotation.add', operations: [create('annotation', annotationOf(words))] }
}

describe('committing', () => {
  it('is in the state, in the journal and told, once it is durable', async () => {
    const { library, heard } = await treatyLibrary()
    const seq = await library.commit(annotate('twenty years'), 'Ana')
    expect(seq).toBe(2)
    expect(library.state.annotationsOf(TEXT.id)).toHaveLength(1)
    expect((await library.records(1, 10))[0]).toMatchObject({ seq: 2, by: 'Ana', action: 'annotation.add' })
    expect(heard.committed.map((r) => r.seq)).toEqual([1, 2])
    expect(heard.saving).toEqual(['saving', 'saved', 'saving', 'saved'])
  })

  it('numbers what arrives at the same time in order', async () => {
    const { library, heard } = await treatyLibrary()
    const words = ['twenty years', 'Inner Sea', 'once a year', 'without delay', 'Port Arden']
    const seqs = await Promise.all(words.map((w) => library.commit(annotate(w), 'Ana')))
    expect(seqs).toEqual([2, 3, 4, 5, 6])
    expect(heard.committed.map((r) => r.seq)).toEqual([1, 2, 3, 4, 5, 6])
  })

  it('refuses what does not fit the present state', async () => {
    const { library } = await treatyLibrary()
    const change = setThemes(annotationOf('twenty years'), [], AUTHOR)
    await expect(
      library.commit({ action: 'annotation.themes', operations: change }, 'Ana'),
    ).rejects.toMatchObject({
      code: 'changed-elsewhere',
    })
  })

  it.each([
    ['a theme that does not exist', annotationOf('twenty years', ['NO.1'])],
    ['a text that does not exist', { ...annotationOf('twenty years'), textId: 'text-9' }],
    ['a span outside the text', withEnd(annotationOf('twenty years'), 1_000_000)],
    ['a field of the wrong shape', { ...annotationOf('twenty years'), createdAt: 'yesterday' }],
    ['a field that is not known', { ...annotationOf('twenty years'), colour: 'red' }],
  ])('refuses an annotation with %s, and records nothing', async (_, annotation) => {
    const { library } = await treatyLibrary()
    const transaction: Transaction = {
      action: 'annotation.add',
      operations: [create('annotation', annotation)],
    }
    await expect(library.commit(transaction, 'Ana')).rejects.toMatchObject({ code: 'invalid-request' })
    expect(library.headSeq).toBe(1)
    expect(library.state.annotationsOf(TEXT.id)).toEqual([])
  })

  it('on a full disk says so, keeps the state it had, and works again when there is room', async () => {
    const { library, heard, host } = await treatyLibrary()
    host.fs.leaveRoom(50)
    const failed = [
      library.commit(annotate('twenty years'), 'Ana'),
      library.commit(annotate('Inner Sea'), 'Ana'),
    ]
    for (const result of await Promise.allSettled(failed)) {
      expect(result).toMatchObject({ status: 'rejected', reason: { code: 'disk-full' } })
    }
    expect(library.state.annotationsOf(TEXT.id)).toEqual([])
    expect(heard.saving.at(-1)).toBe('failed: disk-full')
    host.fs.leaveRoom(Infinity)
    expect(await library.commit(annotate('twenty years'), 'Ana')).toBe(2)
    expect(heard.saving.at(-1)).toBe('saved')
  })

  it('is all there after reopening', async () => {
    const { library, host, root } = await treatyLibrary()
    await library.commit(annotate('twenty years'), 'Ana')
    await library.close()
    const again = await openLibrary(host, root, listening())
    expect(again.state.annotationsOf(TEXT.id)).toEqual(library.state.annotationsOf(TEXT.id))
    expect(again.headSeq).toBe(2)
  })
})

describe('a library that is closed', () => {
  it('takes nothing from whoever still has hold of it, and writes no byte', async () => {
    const { library, root } = await treatyLibrary()
    const pending = library.commit(annotate('twenty years'), 'Ana')
    const closing = library.close()
    await expect(library.commit(annotate('Inner Sea'), 'Ana')).rejects.toMatchObject({ code: 'no-library' })
    await pending
    await closing
    const before = filesBelow(root)
    const refusals = [
      library.commit(annotate('Inner Sea'), 'Ana'),
      library.undo('Ana'),
      library.sources.put(Buffer.from('an import that was on its way')),
      library.changeManifest({ epoch: 2 }),
    ]
    for (const refused of await Promise.allSettled(refusals))
      expect(refused).toMatchObject({ reason: { code: 'no-library' } })
    expect(library.manifest.epoch).toBe(1)
    expect(filesBelow(root)).toEqual(before)
    expect(before.has('lock')).toBe(false)
  })

  it('has waited for what was being kept', async () => {
    const { library, root } = await treatyLibrary()
    const keeping = library.sources.put(Buffer.from('an original'))
    await library.close()
    expect(filesBelow(root).has(join('sources', await keeping))).toBe(true)
  })
})

describe('undo and redo', () => {
  it('take back and do again, and say what', async () => {
    const { library, heard } = await treatyLibrary()
    await library.commit(annotate('twenty years'), 'Ana')
    expect(heard.history).toEqual({ undo: 'Annotate' })
    expect(await library.undo('Ana')).toBe('Annotate')
    expect(library.state.annotationsOf(TEXT.id)).toEqual([])
    expect(heard.history).toEqual({ redo: 'Annotate' })
    await library.redo('Ana')
    expect(library.state.annotationsOf(TEXT.id)).toHaveLength(1)
  })

  it('work across a restart, and never rewrite the journal', async () => {
    const { library, host, root } = await treatyLibrary()
    await library.commit(annotate('twenty years'), 'Ana')
    await library.close()
    const again = await openLibrary(host, root, listening())
    await again.undo('Ben')
    expect(again.state.annotationsOf(TEXT.id)).toEqual([])
    expect((await again.records(0, 10)).map((r) => [r.seq, r.by, r.undoes])).toEqual([
      [1, 'Ana', undefined],
      [2, 'Ana', undefined],
      [3, 'Ben', [2]],
    ])
  })

  it('take what was typed in one sitting as one step', async () => {
    const { library } = await treatyLibrary()
    const operations = createBrief({ id: 'b', title: 'B', language: 'en', paper: 'A4' }, AUTHOR)
    await library.commit({ action: 'brief.create', operations }, 'Ana')
    for (const words of ['D', 'De', 'Def']) {
      const brief = library.state.find('brief', 'b')
      const typed = brief ? setBlocks(brief, [paragraph(words)], AUTHOR) : []
      await library.commit({ action: 'brief.edit', group: 'sitting', operations: typed }, 'Ana')
    }
    await library.undo('Ana')
    expect(library.state.find('brief', 'b')?.blocks).toEqual([paragraph('')])
    await library.redo('Ana')
    expect(library.state.find('brief', 'b')?.blocks).toEqual([paragraph('Def')])
  })

  it('wait for what is being written', async () => {
    const { library } = await treatyLibrary()
    const pending = library.commit(annotate('twenty years'), 'Ana')
    expect(await library.undo('Ana')).toBe('Annotate')
    await pending
    expect(library.state.annotationsOf(TEXT.id)).toEqual([])
  })

  it('say when there is nothing', async () => {
    const { library } = await treatyLibrary()
    await expect(library.undo('Ana')).rejects.toMatchObject({ code: 'nothing-to-undo' })
    await expect(library.redo('Ana')).rejects.toMatchObject({ code: 'nothing-to-undo' })
  })
})

function withEnd(annotation: ReturnType<typeof annotationOf>, end: number): ReturnType<typeof annotationOf> {
  return { ...annotation, target: { kind: 'span', anchor: { ...annotation.target.anchor, end } } }
}
