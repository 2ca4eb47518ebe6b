import type { Operation } from '#domain/library/operation.ts'
import { nodeText, type RichNode } from '#domain/rich-text/rich-text.ts'

const LONGEST = 20_000

/**
 * The words in a draft, so that they can be read and copied even when the draft does not fit any more: what was
 * typed, without what only machines read.
 */
export function draftWords(operations: readonly Operation[]): string {
  const words = operations.flatMap((operation) => {
    switch (operation.op) {
      case 'create':
      case 'delete':
        return wordsOf(operation.value)
      case 'update':
        return operation.fields.flatMap(({ name, after }) => (name === 'updatedBy' ? [] : wordsOf(after)))
      case 'splice':
        return operation.insert.flatMap(wordsOf)
    }
  })
  return words.join('\n').slice(0, LONGEST)
}

/** Fields in which people write. */
const WRITTEN = new Set([
  'title',
  'value',
  'reason',
  'note',
  'blocks',
  'label',
  'definition',
  'name',
  'quote',
])

function wordsOf(value: unknown): string[] {
  if (typeof value === 'string') return isInstant(value) ? [] : [value]
  if (Array.isArray(value)) return value.flatMap(wordsOf)
  if (typeof value !== 'object' || value === null) return []
  // A document's block: safe, because a value with a type and children or text is one.
  if ('type' in value && typeof value.type === 'string') return [nodeText(value as RichNode)].filter(Boolean)
  return Object.entries(value).flatMap(([name, inner]) => (WRITTEN.has(name) ? wordsOf(inner) : []))
}

function isInstant(value: string): boolean {
  return /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value)
}
