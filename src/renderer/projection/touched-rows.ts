import type { Annotation } from '#domain/annotation/annotation.ts'
import type { Assessment } from '#domain/bindingness/assessment.ts'
import type { EntityStore } from '#domain/library/apply.ts'
import { isMarkKind, type Entity, type EntityRef } from '#domain/library/entities.ts'
import type { Operation } from '#domain/library/operation.ts'
import type { TextId } from '#domain/shared/id.ts'
import type { Structure } from '#domain/structure/provision.ts'
import { changedMarks, type ChangedMarks } from './changed-marks.ts'
import { changedTextModel, type Catalog, type TextModel } from './library-model.ts'
import type { PlainKind, ProjectionStore, RowChanges } from './projection-store.ts'

/** The rows that some operations touch, in memory, to be changed by them and written back. */
export interface Rows {
  readonly store: EntityStore
  /** Texts whose structure or marks are among the rows. */
  readonly changedTexts: ReadonlySet<TextId>
  /** The catalog with the changed entities in it; the same object when none of them belongs there. */
  changedCatalog(catalog: Catalog): Catalog
  /** The model of a changed text; nothing when the text has no structure any more. */
  textModel(textId: TextId, before: TextModel): TextModel | undefined
  /** The rows as they are now, to be written back. */
  changes(): RowChanges
}

/** What the operations do to the marks of one text, over the row as it was. */
interface Marks {
  readonly annotation: ChangedMarks<Annotation>
  readonly assessment: ChangedMarks<Assessment>
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
  kept: Pick<ProjectionStore, 'get' | 'marks'>,
  operations: readonly Operation[],
): Promise<Rows> {
  const refs = operations.map((operation) => operation.ref)
  const plain = new Map<string, Entity | undefined>()
  const marks = new Map<TextId, Marks>()
  for (const ref of refs) {
    if ('textId' in ref) {
      if (!marks.has(ref.textId)) marks.set(ref.textId, await readMarks(kept, ref.textId))
    } else if (!plain.has(plainKey(ref))) {
      plain.set(plainKey(ref), await kept.get(ref.kind, ref.id))
    }
  }
  const plainRefs = refs.flatMap((ref) => (isMarkKind(ref.kind) ? [] : [{ kind: ref.kind, id: ref.id }]))
  const structureOf = (textId: TextId): Structure | undefined =>
    plain.get(plainKey({ kind: 'structure', id: textId })) as Structure | undefined

  return {
    store: {
      get: (ref) =>
        'textId' in ref ? marks.get(ref.textId)?.[ref.kind].get(ref.id) : plain.get(plainKey(ref)),
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
      const changed = marks.get(textId)
      if (!structure) return undefined
      return changedTextModel(before, {
        structure,
        annotations: changed?.annotation.changed ?? new Map(),
        assessments: changed?.assessment.all() ?? [...before.assessments.values()],
      })
    },
    changes: () => ({
      plain: [...new Map(plainRefs.map((ref) => [plainKey(ref), ref])).values()].map(({ kind, id }) => ({
        kind,
        id,
        value: plain.get(plainKey({ kind, id })),
      })),
      marks: [...marks].map(([id, changed]) => ({
        id,
        annotations: changed.annotation.all(),
        assessments: changed.assessment.all(),
      })),
    }),
  }
}

async function readMarks(kept: Pick<ProjectionStore, 'marks'>, textId: TextId): Promise<Marks> {
  const row = await kept.marks(textId)
  return {
    annotation: changedMarks(row?.annotations ?? []),
    assessment: changedMarks(row?.assessments ?? []),
  }
}

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
