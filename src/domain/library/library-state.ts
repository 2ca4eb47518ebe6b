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

/** The annotations and assessments of one text, by id. */
export interface Marks {
  readonly annotation: Map<string, Annotation>
  readonly assessment: Map<string, Assessment>
}

/** The whole library in memory: what replaying the journal gives. */
export class LibraryState implements EntityStore {
  readonly #plain = new Map<EntityKind, Map<string, Entity>>(ENTITY_KINDS.map((kind) => [kind, new Map()]))
  readonly #marks = new Map<TextId, Marks>()

  get(ref: EntityRef): Entity | undefined {
    return this.#table(ref)?.get(ref.id)
  }

  set(ref: EntityRef, value: Entity | undefined): void {
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
    return this.#plain.get(kind)?.get(id) as EntityByKind[K] | undefined
  }

  /** Every entity of a kind that belongs to no text, in order of creation. */
  all<K extends Exclude<EntityKind, 'annotation' | 'assessment'>>(kind: K): EntityByKind[K][] {
    return [...(this.#plain.get(kind)?.values() ?? [])] as EntityByKind[K][]
  }

  /** The annotations of a text, trashed ones too, in order of creation. */
  annotationsOf(textId: TextId): Annotation[] {
    return [...(this.#marks.get(textId)?.annotation.values() ?? [])]
  }

  /** The assessments of a text, in order of creation. */
  assessmentsOf(textId: TextId): Assessment[] {
    return [...(this.#marks.get(textId)?.assessment.values() ?? [])]
  }

  /** Every text that has marks. */
  markedTexts(): TextId[] {
    return [...this.#marks.keys()]
  }

  /** Every entity with its kind: what refers comes after what is referred to. */
  *entities(): Generator<readonly [EntityKind, Entity]> {
    for (const [kind, table] of this.#plain) {
      if (!isMarkKind(kind)) for (const entity of table.values()) yield [kind, entity]
    }
    for (const { annotation, assessment } of this.#marks.values()) {
      for (const entity of annotation.values()) yield ['annotation', entity]
      for (const entity of assessment.values()) yield ['assessment', entity]
    }
  }

  #table(ref: EntityRef): Map<string, Entity> | undefined {
    if ('textId' in ref) return this.#marks.get(ref.textId)?.[ref.kind]
    return this.#plain.get(ref.kind)
  }
}
