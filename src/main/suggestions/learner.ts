import type { SuggestedTheme } from '#contract/calls.ts'
import type { Theme } from '#domain/codebook/theme.ts'
import type { ProvisionId, TextId, ThemeId } from '#domain/shared/id.ts'
import { citationLabel } from '#domain/structure/citation-label.ts'
import type { Provision } from '#domain/structure/provision.ts'
import { treeOf, type ProvisionTree } from '#domain/structure/tree.ts'
import { codedPassages, countedUnits, type Coding, type CountedUnit } from '#domain/suggestion/passages.ts'
import { suggestionModel, suggestThemes, type SuggestionModel } from '#domain/suggestion/suggest.ts'
import type { PassageRef, Suggestion } from '#domain/suggestion/suggestion.ts'

/** Stands for a text's words and provisions as they are now: another correction, another key. */
export type TextKey = string

/** What has been coded in one text. */
export interface CodedText {
  readonly key: TextKey
  readonly textId: TextId
  readonly codings: readonly Coding[]
}

/** What a learner can be asked to do. It is told words and codings only when it lacks them. */
export type LearnerTask =
  | {
      readonly is: 'suggest'
      /** The state of the library that suggestions are to follow from. */
      readonly lesson: string
      readonly key: TextKey
      readonly textId: TextId
      readonly provisionId: ProvisionId
      /** Themes not to be proposed. */
      readonly except: readonly ThemeId[]
    }
  | {
      readonly is: 'learn'
      readonly lesson: string
      readonly themes: readonly Theme[]
      readonly texts: readonly CodedText[]
    }
  | {
      readonly is: 'read'
      readonly key: TextKey
      readonly content: string
      readonly provisions: readonly Provision[]
    }

/** What a learner answers. */
export type LearnerAnswer =
  | { readonly is: 'done' }
  /** It has not learnt the lesson. */
  | { readonly is: 'unlearnt' }
  /** It has not read these texts. */
  | { readonly is: 'unread'; readonly keys: readonly TextKey[] }
  | { readonly is: 'suggested'; readonly suggestions: readonly SuggestedTheme[] }

interface Learnt {
  readonly lesson: string
  readonly model: SuggestionModel
  /** The words that each text stood for in the lesson. */
  readonly keys: ReadonlyMap<TextId, TextKey>
}

interface ReadText {
  readonly content: string
  readonly tree: ProvisionTree
  readonly units: readonly CountedUnit[]
}

/**
 * Reads texts, learns how they are coded and proposes themes. Forgets every text that the last lesson does not speak of;
 * may itself be forgotten and begun anew at any time.
 */
export function makeLearner(): (task: LearnerTask) => LearnerAnswer {
  const texts = new Map<TextKey, ReadText>()
  let learnt: Learnt | undefined

  const learn = (lesson: string, themes: readonly Theme[], coded: readonly CodedText[]): LearnerAnswer => {
    const unread = coded.map(({ key }) => key).filter((key) => !texts.has(key))
    if (unread.length > 0) return { is: 'unread', keys: unread }
    const wanted = new Set(coded.map(({ key }) => key))
    for (const key of texts.keys()) if (!wanted.has(key)) texts.delete(key)
    const passages = coded.flatMap(({ key, textId, codings }) =>
      codedPassages(textId, texts.get(key)?.units ?? [], codings),
    )
    const keys = new Map(coded.map(({ key, textId }) => [textId, key]))
    learnt = { lesson, model: suggestionModel(themes, passages), keys }
    return { is: 'done' }
  }

  const labelOf = ({ keys }: Learnt, { textId, provisionId }: PassageRef): string => {
    const tree = texts.get(keys.get(textId) ?? '')?.tree
    const provision = tree?.find(provisionId)
    return tree && provision ? citationLabel(tree, provision) : 'a provision'
  }

  /** A window does not know the provisions of texts that it has not opened: they are named here. */
  const named = (lesson: Learnt, suggestion: Suggestion): SuggestedTheme => ({
    ...suggestion,
    reasons: suggestion.reasons.map((reason) =>
      reason.kind === 'neighbour'
        ? { ...reason, like: { ...reason.like, label: labelOf(lesson, reason.like) } }
        : reason,
    ),
  })

  return (task) => {
    switch (task.is) {
      case 'read': {
        const tree = treeOf(task.provisions)
        const units = [...countedUnits(tree, task.content)]
        texts.set(task.key, { content: task.content, tree, units })
        return { is: 'done' }
      }
      case 'learn':
        return learn(task.lesson, task.themes, task.texts)
      case 'suggest': {
        const lesson = learnt
        if (lesson?.lesson !== task.lesson) return { is: 'unlearnt' }
        const text = texts.get(task.key)
        const provision = text?.tree.find(task.provisionId)
        if (!text || !provision) return { is: 'suggested', suggestions: [] }
        const { textId, provisionId, except } = task
        const place = { textId, provisionId, start: provision.start, end: provision.end }
        const suggestions = suggestThemes(lesson.model, text.content, place, new Set(except))
        return { is: 'suggested', suggestions: suggestions.map((one) => named(lesson, one)) }
      }
    }
  }
}
