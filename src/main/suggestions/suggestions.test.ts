import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import {
  annotationOf,
  AUTHOR,
  libraryOperations,
  STRUCTURE,
  TEXT,
  TREATY,
} from '#domain/library/fixture.testing.ts'
import { trashAnnotation } from '#domain/library/changes/annotation-changes.ts'
import { refuseTheme } from '#domain/library/changes/assessment-changes.ts'
import { create, type Operation } from '#domain/library/operation.ts'
import { temporaryFolder } from '../files/temporary-folder.testing.ts'
import { createLibrary, openLibrary } from '../library/library-opener.ts'
import { listening, testHost } from '../library/open-library.testing.ts'
import type { OpenLibrary } from '../library/open-library.ts'
import { makeLearner, type LearnerTask } from './learner.ts'
import { suggestionsBy, type Suggestions } from './suggestions.ts'

const OTHER = 'text-2'
const PLACE = { textId: TEXT.id, provisionId: 'art-2' }

/** A library with the same treaty twice: what is coded in one teaches about the other. */
async function twoTexts(): Promise<OpenLibrary> {
  const root = join(temporaryFolder(), 'Treaties')
  await createLibrary(testHost(), root)
  const library = await openLibrary(testHost(), root, listening())
  onTestFinished(() => library.close())
  const hash = await library.sources.put(Buffer.from(TREATY))
  const content = { hash, length: TREATY.length }
  const operations = [
    ...libraryOperations().map((operation) =>
      operation.op === 'create' && operation.ref.kind === 'text'
        ? create('text', { ...TEXT, content })
        : operation,
    ),
    create('text', { ...TEXT, id: OTHER, content }),
    create('structure', { ...STRUCTURE, id: OTHER }),
  ]
  await commit(library, operations)
  return library
}

function commit(library: OpenLibrary, operations: readonly Operation[]): Promise<number> {
  return library.commit({ action: 'annotation.add', operations }, AUTHOR.name)
}

const coded = (id = 'a1', by = AUTHOR.name) => ({
  ...annotationOf('An attack on one Party shall be considered an attack on both', ['ENE.2'], id),
  textId: OTHER,
  createdBy: by,
})

function remembering(): { readonly suggestions: Suggestions; readonly asked: LearnerTask[] } {
  const learner = makeLearner()
  const asked: LearnerTask[] = []
  const suggestions = suggestionsBy((task) => {
    asked.push(task)
    return Promise.resolve(learner(task))
  })
  return { suggestions, asked }
}

/** The themes proposed because the analyst has coded something alike. */
async function alike(suggestions: Suggestions, library: OpenLibrary): Promise<string[]> {
  const found = await suggestions.suggest(library, PLACE, AUTHOR.name)
  return found.filter((s) => s.reasons.some((reason) => reason.kind === 'neighbour')).map((s) => s.themeId)
}

describe('suggestions', () => {
  it('follow from what the analyst has coded in other texts, also since they were last asked for', async () => {
    const library = await twoTexts()
    const { suggestions } = remembering()
    expect(await alike(suggestions, library)).toEqual([])
    await commit(library, [create('annotation', coded())])
    // The other text was not coded when the library was looked through; being read makes it teach.
    await suggestions.suggest(library, { ...PLACE, textId: OTHER }, AUTHOR.name)
    expect(await alike(suggestions, library)).toEqual(['default.ENE.2'])
    await commit(library, trashAnnotation(coded(), AUTHOR))
    expect(await alike(suggestions, library)).toEqual([])
  })

  it('follow from codings of before the library was opened, and not from those of others', async () => {
    const library = await twoTexts()
    await commit(library, [create('annotation', coded('a1', 'Somebody else'))])
    expect(await alike(remembering().suggestions, library)).toEqual([])
    await commit(library, [create('annotation', coded('a2'))])
    expect(await alike(remembering().suggestions, library)).toEqual(['default.ENE.2'])
  })

  it('are no longer made for what was given or refused there', async () => {
    const library = await twoTexts()
    await commit(library, [create('annotation', coded())])
    const { suggestions } = remembering()
    await commit(library, refuseTheme({ ...PLACE, assessment: undefined }, 'default.ENE.2', AUTHOR))
    expect(await alike(suggestions, library)).toEqual([])
  })

  it('come from a thread that is told the words of a text once, and again when it has forgotten them', async () => {
    const library = await twoTexts()
    await commit(library, [create('annotation', coded())])
    const { suggestions, asked } = remembering()
    expect(await alike(suggestions, library)).toEqual(['default.ENE.2'])
    await commit(library, [create('annotation', coded('a2'))])
    expect(await alike(suggestions, library)).toEqual(['default.ENE.2'])
    expect(asked.filter((task) => task.is === 'read')).toHaveLength(2)

    let learner = makeLearner()
    const forgetful = suggestionsBy((task) => {
      if (task.is === 'suggest') learner = makeLearner()
      return Promise.resolve(learner(task))
    })
    expect(await alike(forgetful, library)).toEqual([])
    const onceForgetful = suggestionsBy((task) => Promise.resolve(learner(task)))
    expect(await alike(onceForgetful, library)).toEqual(['default.ENE.2'])
  })

  it('are made for the question asked last', async () => {
    const library = await twoTexts()
    await commit(library, [create('annotation', coded())])
    const { suggestions, asked } = remembering()
    const [before, after] = await Promise.all([
      suggestions.suggest(library, { ...PLACE, provisionId: 'art-1' }, AUTHOR.name),
      suggestions.suggest(library, { ...PLACE }, AUTHOR.name),
    ])
    expect(before).toEqual([])
    expect(after.length).toBeGreaterThan(0)
    expect(asked.filter((task) => task.is === 'suggest').every((task) => task.provisionId === 'art-2')).toBe(
      true,
    )
  })

  it('are none for a provision that is not there, and survive words that are missing', async () => {
    const library = await twoTexts()
    const { suggestions } = remembering()
    expect(await suggestions.suggest(library, { ...PLACE, provisionId: 'art-99' }, AUTHOR.name)).toEqual([])
    const missing = create('text', { ...TEXT, id: 'text-3', content: { hash: 'd'.repeat(64), length: 9 } })
    await commit(library, [missing, create('structure', { ...STRUCTURE, id: 'text-3' })])
    expect(await suggestions.suggest(library, { ...PLACE, textId: 'text-3' }, AUTHOR.name)).toEqual([])
    expect((await suggestions.suggest(library, PLACE, AUTHOR.name)).length).toBeGreaterThan(0)
  })
})
