import type { Entity } from './entities.ts'

/** What belongs to one text, each entity as JSON: its structure and its marks, in order of creation. */
export interface StoredText {
  readonly structure?: string
  readonly annotations: readonly string[]
  readonly assessments: readonly string[]
}

/** What belongs to one text, ready to be used. */
export interface TextContent {
  readonly structure?: Entity | undefined
  readonly annotations: readonly Entity[]
  readonly assessments: readonly Entity[]
}

/** Turns what belongs to a text into JSON. */
export function storedText({ structure, annotations, assessments }: TextContent): StoredText {
  return {
    ...(structure ? { structure: JSON.stringify(structure) } : {}),
    annotations: annotations.map((mark) => JSON.stringify(mark)),
    assessments: assessments.map((mark) => JSON.stringify(mark)),
  }
}
