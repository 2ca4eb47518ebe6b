import type { Annotation } from '../annotation/annotation.ts'
import type { Assessment } from '../bindingness/assessment.ts'
import type { TextId } from '../shared/id.ts'
import type { EntityStore } from './apply.ts'
import {
  ENTITY_KINDS,
  isMarkKind,
  type Entity,
  type EntityByKind,
  type EntityKind,
  type EntityRef,
} from './entities.ts'
import { storedText, type StoredText } from './stored-text.ts'

/** The annotations and assessments of one text, by id. */
export interface Marks {
  readonly annotation: Map<string, Annotation>
  readonly assessment: Map<string, Assessment>
}

/**
 * The whole library in memory: what replaying the journal gives. What belongs to a text (its structure, its marks) may
 * stay as it was stored until somebody asks for it: most texts are not looked at in a sitting.
 */
export class LibraryState implements EntityStore {
  readonly #plain = new Map<EntityKind, Map<string, Entity>>(ENTITY_KINDS.map((kind) => [kind, new Map()]))
  readonly #marks = new Map<TextId, Marks>()
  readonly #unread = new Map<TextId, () => StoredText>()

  /**
   * Takes what belongs to a text as it is stored; `read` is called when it is first asked for. Whoever asks hears what
   * `read` throws. The state must hold nothing of the text yet.
   */
  keepStored(textId: TextId, read: () => StoredText): void {
    this.#unread.set(textId, read)
  }

  get(ref: EntityRef): Entity | undefined {
    return this.#table(ref)?.get(ref.id)
  }

  set(ref: EntityRef, value: Entity | undefined): void {
    this.#readTextOf(ref)
    if (isMarkKind(ref.kind) && 'textId' in ref && !this.#marks.has(ref.textId)) {
      this.#marks.set(ref.textId, { annotation: new Map(), assessment: new Map() })
    }
    const table = this.#table(ref)
    if (value) table?.set(ref.id, value)
    else table?.delete(ref.id)
  }

  /** One entity that belongs to no text, by kind and id. */
  find<K extends Exclude<EntityKind, 'annotation' | 'assessment'>>(
    kind: K,
    id: string,
  ): EntityByKind[K] | undefined {
    if (kind === 'structure') this.#read(id)
    return this.#plain.get(kind)?.get(id) as EntityByKind[K] | undefined
  }

  /** Every entity of a kind that is no mark: structures in any order, all others in order of creation. */
  all<K extends Exclude<EntityKind, 'annotation' | 'assessment'>>(kind: K): EntityByKind[K][] {
    if (kind === 'structure') this.readAll()
    return [...(this.#plain.get(kind)?.values() ?? [])] as EntityByKind[K][]
  }

  /** The annotations of a text, trashed ones too, in order of creation. */
  annotationsOf(textId: TextId): Annotation[] {
    this.#read(textId)
    return [...(this.#marks.get(textId)?.annotation.values() ?? [])]
  }

  /** The assessments of a text, in order of creation. */
  assessmentsOf(textId: TextId): Assessment[] {
    this.#read(textId)
    return [...(this.#marks.get(textId)?.assessment.values() ?? [])]
  }

  /** Every text that has marks. */
  markedTexts(): TextId[] {
    this.readAll()
    return [...this.#marks.keys()]
  }

  /** Every entity with its kind: what refers comes after what is referred to. */
  *entities(): Generator<readonly [EntityKind, Entity]> {
    this.readAll()
    for (const [kind, table] of this.#plain) {
      if (!isMarkKind(kind)) for (const entity of table.values()) yield [kind, entity]
    }
    for (const { annotation, assessment } of this.#marks.values()) {
      for (const entity of annotation.values()) yield ['annotation', entity]
      for (const entity of assessment.values()) yield ['assessment', entity]
    }
  }

  /** Every entity that belongs to no text, with its kind: what refers comes after what is referred to. */
  *textless(): Generator<readonly [EntityKind, Entity]> {
    for (const [kind, table] of this.#plain) {
      if (kind !== 'structure') for (const entity of table.values()) yield [kind, entity]
    }
  }

  /**
   * What belongs to each text, to be had as JSON; what nobody has asked for yet is not read for it. Shows the state as it is
   * now, whatever changes before `stored` is called.
   */
  storedTexts(): { readonly textId: TextId; readonly stored: () => StoredText }[] {
    const structures = this.#plain.get('structure')
    const read = new Set([...(structures?.keys() ?? []), ...this.#marks.keys()])
    return [
      ...Array.from(this.#unread, ([textId, stored]) => ({ textId, stored })),
      ...Array.from(read, (textId) => {
        const content = {
          structure: structures?.get(textId),
          annotations: this.annotationsOf(textId),
          assessments: this.assessmentsOf(textId),
        }
        return { textId, stored: () => storedText(content) }
      }),
    ]
  }

  /** Reads whatever is still as it was stored. Throws what reading throws. */
  readAll(): void {
    for (const textId of this.#unread.keys()) this.#read(textId)
  }

  #read(textId: TextId): void {
    const stored = this.#unread.get(textId)?.()
    if (!stored) return
    const { structure, annotations, assessments } = stored
    // Safe: whoever stored them had checked them.
    if (structure !== undefined) this.#plain.get('structure')?.set(textId, JSON.parse(structure) as Entity)
    const annotation = annotations.map((json) => JSON.parse(json) as Annotation)
    const assessment = assessments.map((json) => JSON.parse(json) as Assessment)
    if (annotation.length + assessment.length > 0) {
      this.#marks.set(textId, { annotation: byId(annotation), assessment: byId(assessment) })
    }
    this.#unread.delete(textId)
  }

  #readTextOf(ref: EntityRef): void {
    if (this.#unread.size === 0) return
    if ('textId' in ref) this.#read(ref.textId)
    else if (ref.kind === 'structure') this.#read(ref.id)
  }

  #table(ref: EntityRef): Map<string, Entity> | undefined {
    this.#readTextOf(ref)
    if ('textId' in ref) return this.#marks.get(ref.textId)?.[ref.kind]
    return this.#plain.get(ref.kind)
  }
}

function byId<T extends { readonly id: string }>(entities: readonly T[]): Map<string, T> {
  return new Map(entities.map((entity) => [entity.id, entity]))
}
