import type { Annotation } from '#domain/annotation/annotation.ts'
import type { Operation } from '#domain/library/operation.ts'
import { sameJson } from '#domain/shared/json.ts'
import type { TextId } from '#domain/shared/id.ts'
import { changedTextModel, type TextModel } from './library-model.ts'

/** One text: as the journal has it, and as it is shown, with what is still on its way to the journal. */
interface Shown {
  readonly recorded: TextModel
  /** By id. */
  readonly foreseen: ReadonlyMap<string, Annotation>
  readonly shown: TextModel
}

/**
 * The models of the texts that are at hand. An annotation that has just been made is foreseen: it is shown at once, while
 * the disk still writes it, and goes again if the disk refuses it.
 */
export class ShownTexts {
  readonly #texts = new Map<TextId, Shown>()
  readonly #listeners = new Map<TextId, Set<() => void>>()

  /** The text as it is shown. */
  get(textId: TextId): TextModel | undefined {
    return this.#texts.get(textId)?.shown
  }

  /** The text as the journal has it, as far as that has been followed. */
  recorded(textId: TextId): TextModel | undefined {
    return this.#texts.get(textId)?.recorded
  }

  /** Tells when a text's model has been replaced. */
  on(textId: TextId, listener: () => void): () => void {
    const listeners = this.#listeners.get(textId) ?? new Set()
    this.#listeners.set(textId, listeners.add(listener))
    return () => listeners.delete(listener)
  }

  tell(textId: TextId): void {
    for (const listener of this.#listeners.get(textId) ?? []) listener()
  }

  /** Takes a text as these operations have left it; nothing when it has no structure any more. */
  record(textId: TextId, recorded: TextModel | undefined, operations: readonly Operation[] = []): void {
    const before = this.#texts.get(textId)
    if (!recorded) {
      this.#texts.delete(textId)
      return this.tell(textId)
    }
    const foreseen = before?.foreseen ?? NOTHING
    const left = new Map(foreseen)
    for (const { ref } of operations) left.delete(ref.id)
    // What has come was foreseen: it is on the screen already.
    if (before && operations.length > 0 && operations.every((one) => isForeseen(foreseen, one))) {
      const { shown } = before
      this.#texts.set(textId, { recorded: left.size === 0 ? shown : recorded, foreseen: left, shown })
      return undefined
    }
    this.#show(textId, recorded, left)
  }

  /** Shows the annotations that these operations make; the returned function takes back what has not been recorded since. */
  foresee(operations: readonly Operation[]): () => void {
    const made = operations.flatMap((one) => annotationMadeBy(one) ?? [])
    const textIds = new Set(made.map(({ textId }) => textId))
    for (const textId of textIds) {
      const text = this.#texts.get(textId)
      const foreseen = new Map(text?.foreseen)
      for (const one of made) if (one.textId === textId) foreseen.set(one.id, one)
      if (text) this.#show(textId, text.recorded, foreseen)
    }
    return () => {
      for (const textId of textIds) {
        const text = this.#texts.get(textId)
        const left = new Map(text?.foreseen)
        for (const { id } of made) left.delete(id)
        if (text && left.size < text.foreseen.size) this.#show(textId, text.recorded, left)
      }
    }
  }

  #show(textId: TextId, recorded: TextModel, foreseen: Shown['foreseen']): void {
    const { structure } = recorded
    const annotations = [...foreseen.values()].map((after) => ({ before: undefined, after }))
    const shown =
      foreseen.size === 0 ? recorded : changedTextModel(recorded, { structure, annotations, assessments: [] })
    this.#texts.set(textId, { recorded, foreseen, shown })
    this.tell(textId)
  }
}

const NOTHING: Shown['foreseen'] = new Map()

function annotationMadeBy(operation: Operation): Annotation | undefined {
  // Safe: an operation's value is of the kind that its ref names.
  return operation.op === 'create' && operation.ref.kind === 'annotation'
    ? (operation.value as Annotation)
    : undefined
}

function isForeseen(foreseen: Shown['foreseen'], operation: Operation): boolean {
  const made = annotationMadeBy(operation)
  return made !== undefined && sameJson(foreseen.get(made.id), made)
}
