import type { Annotation } from '#domain/annotation/annotation.ts'
import type { Assessment } from '#domain/bindingness/assessment.ts'
import type { MarkKind } from '#domain/library/entities.ts'
import type { TextId } from '#domain/shared/id.ts'
import { MARKS_IN_A_ROW, marksRowId, type MarksRow } from './projection-db.ts'

/** What changes about the marks of a text: each mark as it is now, nothing for one that is gone. */
export interface MarksChange {
  readonly textId: TextId
  readonly annotation: ReadonlyMap<string, Annotation | undefined>
  readonly assessment: ReadonlyMap<string, Assessment | undefined>
}

interface Row {
  readonly annotation: Map<string, Annotation>
  readonly assessment: Map<string, Assessment>
}

/**
 * The marks of one text at hand, and which of its rows they stand in. Changes in place: what a key does costs what it
 * changes, however many marks there are.
 */
export class TextMarks {
  readonly #textId: TextId
  readonly #rows: Row[] = []
  /** In which row a mark stands, by id. */
  readonly #rowOf = { annotation: new Map<string, Row>(), assessment: new Map<string, Row>() }
  readonly #unwritten = new Set<Row>()

  constructor(textId: TextId, rows: readonly MarksRow[]) {
    this.#textId = textId
    for (const { annotations, assessments } of rows) {
      const row: Row = {
        annotation: new Map(annotations.map((mark) => [mark.id, mark])),
        assessment: new Map(assessments.map((mark) => [mark.id, mark])),
      }
      for (const id of row.annotation.keys()) this.#rowOf.annotation.set(id, row)
      for (const id of row.assessment.keys()) this.#rowOf.assessment.set(id, row)
      this.#rows.push(row)
    }
  }

  get(kind: MarkKind, id: string): Annotation | Assessment | undefined {
    return this.#rowOf[kind].get(id)?.[kind].get(id)
  }

  annotations(): Annotation[] {
    return this.#rows.flatMap(({ annotation }) => [...annotation.values()])
  }

  assessments(): Assessment[] {
    return this.#rows.flatMap(({ assessment }) => [...assessment.values()])
  }

  apply({ annotation, assessment }: MarksChange): void {
    for (const [id, mark] of annotation) this.#put('annotation', id, mark)
    for (const [id, mark] of assessment) this.#put('assessment', id, mark)
  }

  /** The rows that have changed since they were last taken to be written. */
  takeUnwritten(): MarksRow[] {
    const taken = this.#rows.flatMap((row, n) => (this.#unwritten.has(row) ? [this.#written(row, n)] : []))
    this.#unwritten.clear()
    return taken
  }

  #put(kind: MarkKind, id: string, mark: Annotation | Assessment | undefined): void {
    const row = this.#rowOf[kind].get(id) ?? (mark && this.#rowWithRoom())
    if (!row) return
    this.#unwritten.add(row)
    // Safe: a mark is of the kind that it is put under.
    const marks = row[kind] as Map<string, Annotation | Assessment>
    if (mark) {
      marks.set(id, mark)
      this.#rowOf[kind].set(id, row)
    } else {
      marks.delete(id)
      this.#rowOf[kind].delete(id)
    }
  }

  #rowWithRoom(): Row {
    const last = this.#rows.at(-1)
    if (last && last.annotation.size + last.assessment.size < MARKS_IN_A_ROW) return last
    const row: Row = { annotation: new Map(), assessment: new Map() }
    this.#rows.push(row)
    return row
  }

  #written({ annotation, assessment }: Row, n: number): MarksRow {
    return {
      id: marksRowId(this.#textId, n),
      annotations: [...annotation.values()],
      assessments: [...assessment.values()],
    }
  }
}
