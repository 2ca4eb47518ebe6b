import { promisify } from 'node:util'
import { gunzipSync, gzip } from 'node:zlib'
import { z } from '#contract/schema.ts'
import { id } from '#contract/entities.ts'
import { ENTITY_KINDS, refOf, type Entity, type EntityKind } from '#domain/library/entities.ts'
import type { LibraryState } from '#domain/library/library-state.ts'
import type { StoredText } from '#domain/library/stored-text.ts'

/**
 * The entities of a snapshot stand in lots, each a gzip member of its own: first one with everything that belongs to no
 * text, then lots of texts with what belongs to them. A lot of texts is unpacked when one of its texts is asked for.
 */
export const lotHead = z.strictObject({
  /** Bytes of the gzip member. */
  packed: z.int().min(1),
  /** For each text of the lot: its id, and how many structures, annotations and assessments follow. */
  texts: z.array(z.tuple([id, z.int().min(0).max(1), z.int().min(0), z.int().min(0)])),
})

/** What a snapshot says about a lot. */
export type LotHead = z.infer<typeof lotHead>

/** Characters of JSON in a lot of texts: unpacked in a millisecond or two. */
const LOT = 256 * 1024

/** Entities turned into JSON at once. Between two turns other work is let in, so that nobody waits for a snapshot. */
const TURN = 1000

const compress = promisify(gzip)

/**
 * Packs all entities of a state. They are taken at once and packed bit by bit; entities are never changed in place, so
 * what is committed meanwhile does not show.
 */
export async function packLots(
  state: LibraryState,
): Promise<{ readonly heads: readonly LotHead[]; readonly members: readonly Buffer[] }> {
  const textless = [...state.textless()]
  const texts = state.storedTexts()
  const heads: LotHead[] = []
  const members: Buffer[] = []
  let isFirst = true
  const add = async (lines: readonly string[], lotTexts: LotHead['texts']): Promise<void> => {
    // All members unpacked one after the other are one JSON document.
    const json = lines.length === 0 ? '' : `${isFirst ? '' : SEPARATOR}${lines.join(SEPARATOR)}`
    isFirst &&= lines.length === 0
    // Level 1: a tenth larger than the usual level and twice as quick.
    const member = await compress(Buffer.from(json, 'utf8'), { level: 1 })
    heads.push({ packed: member.length, texts: lotTexts })
    members.push(member)
  }

  const lines: string[] = []
  for (const entry of textless) {
    lines.push(JSON.stringify(entry))
    if (lines.length % TURN === 0) await turn()
  }
  await add(lines.splice(0), [])
  let lot: LotHead['texts'] = []
  let size = 0
  for (const { textId, stored } of texts) {
    const { structure, annotations, assessments } = stored()
    const own = [
      ...(structure === undefined ? [] : [`["structure",${structure}]`]),
      ...annotations.map((json) => `["annotation",${json}]`),
      ...assessments.map((json) => `["assessment",${json}]`),
    ]
    lot.push([textId, structure === undefined ? 0 : 1, annotations.length, assessments.length])
    for (const line of own) {
      lines.push(line)
      size += line.length
    }
    if (size < LOT) continue
    await add(lines.splice(0), lot)
    lot = []
    size = 0
  }
  if (lot.length > 0) await add(lines, lot)
  return { heads, members }
}

/**
 * Puts the entities of lots into a state: those that belong to no text at once, those of texts as they are stored.
 * `members` are the bytes of all lots. False when they are not what the heads say.
 */
export function unpackLots(state: LibraryState, heads: readonly LotHead[], members: Uint8Array): boolean {
  if (heads.reduce((sum, { packed }) => sum + packed, 0) > members.length) return false
  const unpacked = lastUnpacked()
  let at = 0
  for (const { packed, texts } of heads) {
    const member = members.subarray(at, at + packed)
    at += packed
    if (texts.length === 0) {
      const entries = JSON.parse(`[${linesOf(member).join(',')}]`) as unknown[]
      if (!entries.every((entry) => keepEntry(state, entry))) return false
    }
    const wanted = texts.reduce((sum, [, ...counts]) => sum + countOf(counts), 0)
    let first = 0
    for (const [textId, ...counts] of texts) {
      const from = first
      state.keepStored(textId, () => {
        const lines = unpacked(member)
        if (lines.length !== wanted)
          throw new Error(`A lot of a snapshot has ${lines.length} lines, not ${wanted}`)
        return storedOf(lines, from, counts)
      })
      first += countOf(counts)
    }
  }
  return true
}

/** Puts one `[kind, entity]` into a state; false when it is none. */
export function keepEntry(state: LibraryState, entry: unknown): boolean {
  if (!isEntry(entry)) return false
  const [kind, entity] = entry
  // Safe: the kind says which entity it is, and it was checked before it was recorded.
  state.set(refOf(kind, entity as never), entity)
  return true
}

const SEPARATOR = ',\n'

const kinds = new Set<string>(ENTITY_KINDS)

function isEntry(value: unknown): value is [EntityKind, Entity] {
  return Array.isArray(value) && value.length === 2 && kinds.has(value[0]) && typeof value[1]?.id === 'string'
}

function countOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0)
}

/** Unpacks lots and keeps the last: its texts are mostly asked for one after the other. */
function lastUnpacked(): (member: Uint8Array) => readonly string[] {
  let last: { readonly member: Uint8Array; readonly lines: readonly string[] } | undefined
  return (member) => {
    if (last?.member !== member) last = { member, lines: linesOf(member) }
    return last.lines
  }
}

function linesOf(member: Uint8Array): string[] {
  const json = gunzipSync(member, { chunkSize: LOT }).toString('utf8')
  const own = json.startsWith(SEPARATOR) ? json.slice(SEPARATOR.length) : json
  return own === '' ? [] : own.split(SEPARATOR)
}

function storedOf(
  lines: readonly string[],
  from: number,
  [structures, annotations, assessments]: readonly [number, number, number],
): StoredText {
  let at = from
  const take = (kind: EntityKind, count: number): string[] => {
    const begin = `["${kind}",`
    const taken = lines.slice(at, at + count)
    at += count
    return taken.map((line) => {
      if (!line.startsWith(begin)) throw new Error(`A lot of a snapshot has no ${kind} where it should`)
      return line.slice(begin.length, -1)
    })
  }
  const [structure] = take('structure', structures)
  return {
    ...(structure === undefined ? {} : { structure }),
    annotations: take('annotation', annotations),
    assessments: take('assessment', assessments),
  }
}

function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
