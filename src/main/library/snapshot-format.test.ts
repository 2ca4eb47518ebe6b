import { gunzipSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { annotationOf, libraryOperations, STRUCTURE, TEXT } from '#domain/library/fixture.testing.ts'
import { applyOperations } from '#domain/library/apply.ts'
import { LibraryState } from '#domain/library/library-state.ts'
import { create } from '#domain/library/operation.ts'
import { decodeSnapshot, encodeSnapshot, type Snapshot } from './snapshot-format.ts'

/** A library with some texts, each with as many marks as said. Odd ones have no structure. */
function stateOf(marks: readonly number[], words = 'twenty years'): LibraryState {
  const state = new LibraryState()
  applyOperations(
    state,
    libraryOperations().filter(({ ref }) => ref.kind !== 'structure'),
  )
  for (const [n, count] of marks.entries()) {
    const textId = `text-${n + 2}`
    applyOperations(state, [
      create('text', { ...TEXT, id: textId }),
      ...(n % 2 ? [] : [create('structure', { ...STRUCTURE, id: textId })]),
      ...Array.from({ length: count }, (_, i) =>
        create('annotation', { ...annotationOf(words, ['SEC.1'], `a${n}-${i}`), textId }),
      ),
    ])
  }
  return state
}

function snapshotOf(state: LibraryState): Snapshot {
  const undo = {
    undo: [
      { seqs: [1], action: 'library.create' },
      { seqs: [2, 3], action: 'annotation.note', group: 'g' },
    ],
    redo: [{ seqs: [4], action: 'annotation.add' }],
  }
  return { libraryId: 'library-1', epoch: 2, seq: 4, segments: [1], undo, state }
}

const entities = (state: LibraryState): string[] =>
  Array.from(state.entities(), (entry) => JSON.stringify(entry)).toSorted()

describe('a snapshot', () => {
  it('gives back what it was made of, whatever of it has been read', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(400), { maxLength: 6 }), fc.array(fc.nat(7)), async (marks, asked) => {
        const state = stateOf(marks)
        const once = decodeSnapshot(await encodeSnapshot(snapshotOf(state)))
        for (const n of asked) once?.state.annotationsOf(`text-${n}`)
        const twice = once && decodeSnapshot(await encodeSnapshot(once))
        expect(twice && entities(twice.state)).toEqual(entities(state))
        expect({ ...twice, state }).toEqual(snapshotOf(state))
      }),
      { numRuns: 30 },
    )
  })

  it('is one JSON document with an entity to a line for whoever unpacks it by hand', async () => {
    const state = stateOf([700, 2, 700, 0, 1])
    const lines = gunzipSync(await encodeSnapshot(snapshotOf(state)))
      .toString('utf8')
      .split('\n')
    const document = JSON.parse(lines.join('')) as { readonly entities: unknown[] }
    expect(document.entities.map((entry) => JSON.stringify(entry)).toSorted()).toEqual(entities(state))
    expect(lines.slice(1, -2).map((line) => line.replace(/,$/, ''))).toEqual(
      document.entities.map((entry) => JSON.stringify(entry)),
    )
  })

  it('of an older program, in one piece, is read as well', () => {
    const state = stateOf([3])
    const { state: _, undo, ...rest } = snapshotOf(state)
    const document = { format: 1, ...rest, ...undo, entities: [...state.entities()] }
    const read = decodeSnapshot(gzipSync(JSON.stringify(document)))
    expect(read && entities(read.state)).toEqual(entities(state))
  })

  it('is not unpacked where nobody asks: what cannot be read in one part does not keep the others', async () => {
    const bytes = await encodeSnapshot(snapshotOf(stateOf([1000, 1000, 1000])))
    // A part in the middle; opening compares checksums before it comes to this.
    const middle = bytes.length >> 1
    bytes.fill(0, middle, middle + 8)
    const state = decodeSnapshot(bytes)?.state
    const readable = ['text-2', 'text-3', 'text-4'].filter((textId) => {
      try {
        return state?.annotationsOf(textId).length === 1000
      } catch {
        return false
      }
    })
    expect(readable).toHaveLength(2)
    expect(() => state?.readAll()).toThrow(/./)
  })

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['something else', Buffer.from('no gzip at all, only words')],
    ['other JSON', gzipSync('[1,2]')],
    ['a newer format', gzipSync(JSON.stringify({ format: 2, entities: [] }))],
    [
      'a head without what it speaks of',
      gzipSync('{"format":1,"lots":[{"packed":9,"texts":[]}],"entities":[\n'),
    ],
  ])('is none when the file holds %s', (_, bytes) => {
    expect(decodeSnapshot(bytes)).toBeUndefined()
  })
})
