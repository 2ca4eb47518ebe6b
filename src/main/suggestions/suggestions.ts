import type { SuggestedTheme } from '#contract/calls.ts'
import { PactaError } from '#contract/errors.ts'
import { inCodebookOrder, isCodable } from '#domain/codebook/theme.ts'
import { isKept } from '#domain/shared/trash.ts'
import type { TextId } from '#domain/shared/id.ts'
import { codingsOf, settledThemes } from '#domain/suggestion/passages.ts'
import type { PassageRef } from '#domain/suggestion/suggestion.ts'
import { workerThreads } from '../documents/worker-task.ts'
import type { OpenLibrary } from '../library/open-library.ts'
import { wordsOf } from '../library/words-of.ts'
import { codedLately } from './coded-lately.ts'
import type { LearnerAnswer, LearnerTask } from './learner.ts'
import { teachingTexts, type TeachingText } from './teaching-texts.ts'

/** Proposes themes from the codebook's words and from how an analyst has coded. */
export interface Suggestions {
  /**
   * Themes for a provision, the strongest first; none when another question comes before this one is answered.
   *
   * @throws PactaError `internal` when the thread fails.
   */
  suggest(library: OpenLibrary, place: PassageRef, analyst: string): Promise<readonly SuggestedTheme[]>
}

/** What the thread may hold: the words of the texts that teach, counted. */
const MOST_MEMORY_MB = 1024

/** Suggestions by a thread that remembers what it has learnt. `script` is that of `suggest-worker`. */
export function workerSuggestions(script: string): Suggestions {
  const threads = workerThreads<LearnerAnswer>(
    script,
    MOST_MEMORY_MB,
    (cause) => new PactaError('internal', {}, { cause }),
  )
  return suggestionsBy((task) => threads.run(task, {}))
}

/** Suggestions by a learner, which may have forgotten everything each time it is asked. */
export function suggestionsBy(ask: (task: LearnerTask) => Promise<LearnerAnswer>): Suggestions {
  /** What has been coded before, looked through once for each library that is opened. */
  const lately = new WeakMap<OpenLibrary, Promise<readonly TextId[]>>()
  /** What is read now teaches too: the texts asked about, the last first. */
  const read = new WeakMap<OpenLibrary, readonly TextId[]>()
  let turn: Promise<unknown> = Promise.resolve()
  let last: unknown

  const latelyOf = (library: OpenLibrary, analyst: string): Promise<readonly TextId[]> => {
    const known = lately.get(library) ?? codedLately(library.state, analyst)
    lately.set(library, known)
    return known
  }

  const learn = async (
    library: OpenLibrary,
    lesson: string,
    texts: readonly TeachingText[],
    analyst: string,
  ): Promise<void> => {
    const { state } = library
    const kept = new Set(state.all('codebook').flatMap((codebook) => (isKept(codebook) ? [codebook.id] : [])))
    const offered = state.all('theme').filter((theme) => isKept(theme) && kept.has(theme.codebookId))
    const task: LearnerTask = {
      is: 'learn',
      lesson,
      themes: inCodebookOrder(offered).filter(isCodable),
      texts: texts.map(({ key, text }) => ({
        key,
        textId: text.id,
        codings: codingsOf(state.annotationsOf(text.id), analyst),
      })),
    }
    const answer = await ask(task)
    if (answer.is !== 'unread') return
    for (const { key, text, structure } of texts.filter((one) => answer.keys.includes(one.key))) {
      // A text whose words are missing teaches nothing; the reader says so when it is opened.
      const content = await wordsOf(library, text.content.hash).catch(() => undefined)
      await ask({
        is: 'read',
        key,
        content: content ?? '',
        provisions: content === undefined ? [] : structure.provisions,
      })
    }
    await ask(task)
  }

  const suggest = async (
    library: OpenLibrary,
    place: PassageRef,
    analyst: string,
    isWanted: () => boolean,
  ): Promise<readonly SuggestedTheme[]> => {
    const { textId, provisionId } = place
    const others = await latelyOf(library, analyst)
    const before = (read.get(library) ?? []).filter((id) => id !== textId)
    read.set(library, [textId, ...before])
    // What is forgotten is learnt, once; a thread that then knows nothing has failed.
    for (let round = 0; round < 2 && isWanted() && !library.isClosed; round++) {
      const { state, headSeq } = library
      const texts = teachingTexts(state, [textId, ...before, ...others])
      const [own] = texts
      const provision =
        own?.text.id === textId && own.structure.provisions.find(({ id }) => id === provisionId)
      if (!own || !provision) return []
      const assessment = state.assessmentsOf(textId).find((one) => one.provisionId === provisionId)
      const except = settledThemes(provision, state.annotationsOf(textId), assessment?.refusedThemes ?? [])
      const lesson = [library.manifest.libraryId, headSeq, analyst, ...texts.map(({ key }) => key)].join('\n')
      const answer = await ask({
        is: 'suggest',
        lesson,
        key: own.key,
        textId,
        provisionId,
        except: [...except],
      })
      if (answer.is === 'suggested') return answer.suggestions
      await learn(library, lesson, texts, analyst)
    }
    return []
  }

  return {
    suggest: (library, place, analyst) => {
      last = place
      const answered = turn.then(() => suggest(library, place, analyst, () => last === place))
      turn = answered.catch(() => undefined)
      return answered
    },
  }
}
