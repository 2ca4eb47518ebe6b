import { PactaError } from '#contract/errors.ts'
import { followChange } from '#domain/library/changes/correction-follows.ts'
import { correctWords } from '#domain/library/changes/text-correction.ts'
import { carryThroughSplice } from '#domain/text/carry/carry-splice.ts'
import type { Author } from '#domain/shared/author.ts'
import type { Handlers } from './dispatch.ts'
import type { HandlerParts } from './handler-parts.ts'
import { folderError } from './library/library-opener.ts'
import { wordsOf } from './library/words-of.ts'
import { elsewhereOf } from './history/elsewhere.ts'
import { requireSpace } from './require-space.ts'

/** Answers the calls about the words of texts. */
export function textCalls(
  { host, session }: Pick<HandlerParts, 'host' | 'session'>,
  author: () => Author,
): Pick<Handlers, 'text.content' | 'text.correct'> {
  const contentOf = async (hash: string): Promise<string> => wordsOf(session.require(), hash)

  return {
    'text.content': ({ hash }) => contentOf(hash),
    'text.correct': async ({ textId, provisionId, hash, ...splice }) => {
      const library = session.require()
      const { state } = library
      const text = state.find('text', textId)
      const structure = state.find('structure', textId)
      const agreement = text && state.find('agreement', text.agreementId)
      if (!text || !structure || !agreement || text.content.hash !== hash)
        throw new PactaError('changed-elsewhere')
      const content = await contentOf(hash)
      if (!content.startsWith(splice.remove, splice.at)) throw new PactaError('changed-elsewhere')
      const words = {
        content,
        text,
        structure,
        agreement,
        annotations: state.annotationsOf(textId),
        assessments: state.assessmentsOf(textId),
      }
      const outcome = correctWords(words, provisionId, splice)
      if (outcome.kind !== 'corrected') throw new PactaError('invalid-request')
      const bytes = Buffer.from(outcome.content, 'utf8')
      await requireSpace(host.fs, library.root, { name: agreement.title.value, bytes })
      const kept = await library.sources.put(bytes).catch((error: unknown) => {
        throw folderError(error, library.name)
      })
      const by = author()
      // What was changed while the words were kept is noticed: every operation carries what was there before.
      const seq = await library.commit(
        {
          action: 'text.correct',
          operations: [
            ...outcome.operations(kept),
            ...followChange(elsewhereOf(state, text), textId, (anchor) =>
              carryThroughSplice(anchor, splice, outcome.content),
            ),
          ],
        },
        by.name,
      )
      return { seq }
    },
  }
}
