import { expect } from 'vitest'
import type { Annotation } from '#domain/annotation/annotation.ts'
import { anchorHolds, anchorOf } from '#domain/text/anchor.ts'
import type { Text } from '#domain/text/text.ts'
import { latestVersion } from '#domain/text/versions.ts'
import { PactaError } from '#contract/errors.ts'
import { correctWords } from '#domain/library/changes/text-correction.ts'
import { annotationOf, AUTHOR, TEXT, TREATY } from '#domain/library/fixture.testing.ts'
import type { LibraryState } from '#domain/library/library-state.ts'
import { carryInSlices } from '../../documents/carry.ts'
import { prepareVersion } from '../../documents/prepare-version.ts'
import { readDocument } from '../../documents/read-document.ts'
import { textStates } from '../../history/history-index.ts'
import { restoreText } from '../../history/restore-text.ts'
import { importVersion } from '../../import-version.ts'
import type { OpenLibrary } from '../open-library.ts'
import { wordsOf } from '../words-of.ts'

/** One of a list, the same for the same number; nothing of an empty list. */
export function oneOf<T>(all: readonly T[], n: number): T | undefined {
  return all[n % Math.max(1, all.length)]
}

/** Words of the treaty that are corrected, and corrected back. */
const [WORD, CORRECTED] = ['twenty years', 'twenty-five years']

/** Corrects a word of the text, as the window does: the new words are kept among the sources first. */
export async function correct(library: OpenLibrary): Promise<void> {
  const { state } = library
  const text = current(state)
  const structure = state.find('structure', text.id)
  const agreement = state.find('agreement', text.agreementId)
  if (!structure || !agreement) return
  const content = await contentOf(library, text.content.hash)
  const [remove, insert] = content.includes(CORRECTED) ? [CORRECTED, WORD] : [WORD, CORRECTED]
  const at = content.indexOf(remove)
  const provision = structure.provisions.findLast(({ start, end }) => start <= at && at < end)
  if (at < 0 || !provision) return
  const annotations = state.annotationsOf(text.id)
  const assessments = state.assessmentsOf(text.id)
  const words = { content, text, structure, agreement, annotations, assessments }
  const outcome = correctWords(words, provision.id, { at, remove, insert })
  if (outcome.kind !== 'corrected') return
  const hash = await library.sources.put(Buffer.from(outcome.content))
  contents.set(hash, outcome.content)
  const operations = outcome.operations(hash)
  await library.commit({ action: 'text.correct', operations }, 'Ana')
}

/** What a new version says otherwise: each as it is where it stands already, the other way round. */
const REVISIONS: readonly (readonly [string, string])[] = [
  ['Have agreed as follows:', 'Recalling the ties between them,\n\nHave agreed as follows:'],
  ['Article 3\n\nThis Treaty', 'This Treaty'],
  ['without delay', 'at once and in writing'],
  ['An attack on one Party', 'An armed attack on one of the Parties'],
]

/** More versions than this are a long history of imports, and no longer one of work. */
const MOST_TEXTS = 12

/** Imports a new version of the text, as the window does: every mark is carried along, asked about, or lost. */
export async function importNext(library: OpenLibrary, n: number): Promise<boolean> {
  const { state } = library
  if (state.all('text').length >= MOST_TEXTS) return false
  const text = current(state)
  const [was, is] = oneOf(REVISIONS, n) ?? ['', '']
  const content = await contentOf(library, text.content.hash)
  const next = content.includes(is) ? content.replace(is, was) : content.replace(was, is)
  const prepared = await prepareVersion({ name: 'next.txt', bytes: Buffer.from(next) }, text.id, {
    state,
    read: readDocument,
    carry: carryInSlices,
    content: (hash) => contentOf(library, hash),
    step: () => undefined,
    signal: new AbortController().signal,
  })
  const id = `text-${library.headSeq}`
  await importVersion(
    library,
    prepared,
    false,
    id,
    AUTHOR,
    () => id,
    () => Promise.resolve(),
  )
  return true
}

/** Restores an earlier state of the text's words and provisions. */
export async function restoreWords(library: OpenLibrary, n: number): Promise<boolean> {
  const { id } = current(library.state)
  if (library.state.all('text').length >= MOST_TEXTS) return false
  const past = oneOf(await textStates(library, id), n)
  try {
    const { operations } = await restoreText(library, id, past?.held, {
      newId: () => `aside-${library.headSeq}`,
      seek: (task) => carryInSlices(task, {}),
    })
    await library.commit({ action: 'history.restore', operations }, 'Ana')
    return true
  } catch (error) {
    // It is as it was then.
    if (error instanceof PactaError && error.code === 'changed-elsewhere') return false
    throw error
  }
}

/** The words that have been read, by their hash. */
const contents = new Map<string, string>()

/** The words of a content, which are kept here for those who may not wait for them. */
export async function contentOf(library: OpenLibrary, hash: string): Promise<string> {
  const content = contents.get(hash) ?? (await wordsOf(library, hash))
  contents.set(hash, content)
  return content
}

/** The version of the text that is worked with. */
export function current(state: LibraryState): Text {
  const texts = new Map(state.all('text').map((text) => [text.id, text]))
  return latestVersion(texts, texts.get(TEXT.id) ?? TEXT)
}

/** An annotation of the words of the current text that the fixture annotates. */
export function annotationHere(state: LibraryState, n: number): Annotation {
  const { id, content } = current(state)
  const words = contents.get(content.hash) ?? TREATY
  const at = words.indexOf('Parties')
  const target = { kind: 'span' as const, anchor: anchorOf(words, at, at + 'Parties'.length) }
  return { ...annotationOf('Parties', ['POL.4'], `a${n}`), textId: id, target }
}

/** Every annotation of a library. */
export function allAnnotations(state: LibraryState): Annotation[] {
  return [...state.markedTexts()].flatMap((id) => [...state.annotationsOf(id)])
}

/** Every annotation and assessment once, and every annotation at its words. */
export async function expectSound(library: OpenLibrary): Promise<void> {
  const { state } = library
  const ids = allAnnotations(state).map(({ id }) => id)
  expect(ids.length - new Set(ids).size).toBe(0)
  for (const { textId, target } of allAnnotations(state)) {
    const content = await contentOf(library, state.find('text', textId)?.content.hash ?? '')
    expect([textId, target.anchor, anchorHolds(content, target.anchor)]).toEqual([
      textId,
      target.anchor,
      true,
    ])
  }
}
