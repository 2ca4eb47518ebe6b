import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { EntityPage } from '#contract/calls.ts'
import { annotationOf, libraryOperations, STRUCTURE, TEXT } from '#domain/library/fixture.testing.ts'
import { create } from '#domain/library/operation.ts'
import { temporaryFolder } from '../files/temporary-folder.testing.ts'
import { entityPage } from './entity-pages.ts'
import { createLibrary, openLibrary } from './library-opener.ts'
import { listening, testHost } from './open-library.testing.ts'
import type { OpenLibrary } from './open-library.ts'

/** A library of some texts with thousands of annotations each, some of them only in a snapshot so far. */
async function largeLibrary(): Promise<OpenLibrary> {
  const root = join(temporaryFolder(), 'Treaties')
  const host = { ...testHost(), snapshotAfter: 1 }
  await createLibrary(host, root)
  const library = await openLibrary(host, root, listening())
  const texts = Array.from({ length: 5 }, (_, n) => `text-${n + 2}`)
  const operations = [
    ...libraryOperations(),
    ...texts.map((id) => create('text', { ...TEXT, id })),
    ...texts.map((id) => create('structure', { ...STRUCTURE, id })),
    ...texts.flatMap((textId) =>
      Array.from({ length: 2500 }, (_, n) =>
        create('annotation', { ...annotationOf('Parties', ['SEC.1'], `${textId}-${n}`), textId }),
      ),
    ),
  ]
  await library.commit({ action: 'library.create', operations }, 'Ana')
  await library.close()
  return openLibrary({ ...host, snapshotAfter: 1_000_000 }, root, listening())
}

function pagesOf(library: OpenLibrary): EntityPage[] {
  const pages: EntityPage[] = []
  for (let from: number | undefined = 0; from !== undefined; from = pages.at(-1)?.next) {
    pages.push(entityPage(library, from))
  }
  return pages
}

function entitiesOf(pages: readonly EntityPage[]): string[] {
  return pages
    .flatMap(({ json, texts }) => [
      ...(JSON.parse(json) as [string, unknown][]).map((entry) => JSON.stringify(entry)),
      ...texts.flatMap(({ structure, annotations, assessments }) => [
        ...(structure === undefined ? [] : [`["structure",${structure}]`]),
        ...annotations.map((mark) => `["annotation",${mark}]`),
        ...assessments.map((mark) => `["assessment",${mark}]`),
      ]),
    ])
    .toSorted()
}

describe('the pages of a library', () => {
  it('hold everything once, read or not', async () => {
    const library = await largeLibrary()
    const unread = pagesOf(library)
    expect(unread.length).toBeGreaterThan(2)
    library.state.annotationsOf('text-3')
    const partlyRead = pagesOf(library)
    const all = Array.from(library.state.entities(), (entry) => JSON.stringify(entry)).toSorted()
    expect(entitiesOf(unread)).toEqual(all)
    expect(entitiesOf(partlyRead)).toEqual(all)
    expect(entitiesOf(pagesOf(library))).toEqual(all)
    await library.close()
  })

  it('tell when the library has changed between two of them', async () => {
    const library = await largeLibrary()
    const { next = 0, seq } = entityPage(library, 0)
    await library.commit(
      {
        action: 'annotation.add',
        operations: [create('annotation', annotationOf('Parties', ['SEC.1'], 'new'))],
      },
      'Ana',
    )
    expect(entityPage(library, next).seq).toBe(seq + 1)
    await library.close()
  })
})
