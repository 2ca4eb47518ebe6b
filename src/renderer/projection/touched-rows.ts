import type { Annotation } from '#domain/annotation/annotation.ts'
import type { Assessment } from '#domain/bindingness/assessment.ts'
import type { EntityStore } from '#domain/library/apply.ts'
import { isMarkKind, type Entity, type EntityRef } from '#domain/library/entities.ts'
import type { Operation } from '#domain/library/operation.ts'
import type { TextId } from '#domain/shared/id.ts'
import type { Structure } from '#domain/structure/provision.ts'
import type { LateChanges, LateStore } from './late-store.ts'
import { changedTextModel, type Catalog, type TextModel } from './library-model.ts'
import type { PlainKind } from './projection-store.ts'
import type { TextMarks } from './text-marks.ts'

/** The rows that some operations touch, in memory, to be changed by them and written back. */
export interface Rows {
  readonly store: EntityStore
  /** Texts whose structure or marks are among the rows. */
  readonly changedTexts: ReadonlySet<TextId>
  /** The catalog with the changed entities in it; the same object when none of them belongs there. */
  changedCatalog(catalog: Catalog): Catalog
  /** The model of a changed text; nothing when the text has no structure any more. */
  textModel(textId: TextId, before: TextModel): TextModel | undefined
  /** What has become of the rows. */
  changes(): LateChanges
}

/** What the operations do to the marks of one text, over the marks as they were. */
interface Marks {
  readonly before: TextMarks
  readonly annotation: Map<string, Annotation | undefined>
  readonly assessment: Map<string, Assessment | undefined>
}

/** Where the catalog keeps the entities of a kind. */
const CATALOG_FIELDS = {
  agreement: 'agreements',
  text: 'texts',
  codebook: 'codebooks',
  theme: 'themes',
  brief: 'briefs',
} as const satisfies Partial<Record<PlainKind, keyof Catalog>>

/** Reads the rows that the operations touch. */
export async function touchedRows(
  kept: Pick<LateStore, 'get' | 'marks'>,
  operations: readonly Operation[],
): Promise<Rows> {
  const refs = operations.map((operation) => operation.ref)
  const plain = new Map<string, Entity | undefined>()
  const marks = new Map<TextId, Marks>()
  for (const ref of refs) {
    if ('textId' in ref) {
      if (!marks.has(ref.textId))
        marks.set(ref.textId, {
          before: await kept.marks(ref.textId),
          annotation: new Map(),
          assessment: new Map(),
        })
    } else if (!plain.has(plainKey(ref))) {
      plain.set(plainKey(ref), await kept.get(ref.kind, ref.id))
    }
  }
  const plainRefs = refs.flatMap((ref) => (isMarkKind(ref.kind) ? [] : [{ kind: ref.kind, id: ref.id }]))
  const structureOf = (textId: TextId): Structure | undefined =>
    plain.get(plainKey({ kind: 'structure', id: textId })) as Structure | undefined

  return {
    store: {
      get: (ref) => {
        if (!('textId' in ref)) return plain.get(plainKey(ref))
        const ofText = marks.get(ref.textId)
        return ofText?.[ref.kind].has(ref.id)
          ? ofText[ref.kind].get(ref.id)
          : ofText?.before.get(ref.kind, ref.id)
      },
      set: (ref, value) => {
        if (!('textId' in ref)) plain.set(plainKey(ref), value)
        // Safe: an operation's value is of the kind that its ref names.
        else marks.get(ref.textId)?.[ref.kind].set(ref.id, value as (Annotation & Assessment) | undefined)
      },
    },
    changedTexts: new Set([
      ...marks.keys(),
      ...refs.filter((ref) => ref.kind === 'structure').map((ref) => ref.id),
    ]),
    changedCatalog: (catalog) => withChanges(catalog, plainRefs, (ref) => plain.get(plainKey(ref))),
    textModel: (textId, before) => {
      const touched = plain.has(plainKey({ kind: 'structure', id: textId }))
      const structure = touched ? structureOf(textId) : before.structure
      if (!structure) return undefined
      const ofText = marks.get(textId)
      return changedTextModel(before, {
        structure,
        annotations: ofText ? replaced(ofText, 'annotation') : [],
        assessments: ofText ? replaced(ofText, 'assessment') : [],
      })
    },
    changes: () => ({
      plain: [...new Map(plainRefs.map((ref) => [plainKey(ref), ref])).values()].map(({ kind, id }) => ({
        kind,
        id,
        value: plain.get(plainKey({ kind, id })),
      })),
      marks: [...marks].map(([textId, { annotation, assessment }]) => ({ textId, annotation, assessment })),
    }),
  }
}

/** Each changed mark as it was and as it is. */
function replaced<K extends 'annotation' | 'assessment'>(
  marks: Marks,
  kind: K,
): { readonly before: KindOf<K> | undefined; readonly after: KindOf<K> | undefined }[] {
  // Safe: marks are kept by their kind.
  const changed = marks[kind] as ReadonlyMap<string, KindOf<K> | undefined>
  return [...changed].map(([id, after]) => ({
    before: marks.before.get(kind, id) as KindOf<K> | undefined,
    after,
  }))
}

type KindOf<K extends 'annotation' | 'assessment'> = K extends 'annotation' ? Annotation : Assessment

function plainKey(ref: { readonly kind: string; readonly id: string }): string {
  return `${ref.kind}/${ref.id}`
}

function withChanges(
  catalog: Catalog,
  refs: readonly EntityRef[],
  valueOf: (ref: EntityRef) => Entity | undefined,
): Catalog {
  const next: Record<string, ReadonlyMap<string, Entity>> = { ...catalog }
  let changed = false
  for (const ref of refs) {
    if (!Object.hasOwn(CATALOG_FIELDS, ref.kind)) continue
    const name = CATALOG_FIELDS[ref.kind as keyof typeof CATALOG_FIELDS]
    const value = valueOf(ref)
    const entities = new Map(next[name])
    if (value) entities.set(ref.id, value)
    else entities.delete(ref.id)
    next[name] = entities
    changed = true
  }
  // Safe: each map was filled with entities of the kind that its field holds.
  return changed ? (next as unknown as Catalog) : catalog
}
