import { INSTRUMENT_KINDS, type Agreement } from '#domain/agreement/agreement.ts'
import type { Annotation } from '#domain/annotation/annotation.ts'
import type { Assessment } from '#domain/bindingness/assessment.ts'
import type { BindingnessLevel } from '#domain/bindingness/scale.ts'
import type { Brief } from '#domain/brief/brief.ts'
import { LONGEST_CODE } from '#domain/codebook/codes.ts'
import { THEME_COLOURS } from '#domain/codebook/colours.ts'
import { LONGEST_EXPLANATION } from '#domain/codebook/exchanged.ts'
import type { Codebook, FrozenTheme, Theme } from '#domain/codebook/theme.ts'
import type { EntityByKind, EntityKind } from '#domain/library/entities.ts'
import type { RichNode, RichText } from '#domain/rich-text/rich-text.ts'
import { DOUBTS, PROVISION_KINDS, type Structure } from '#domain/structure/provision.ts'
import type { Text } from '#domain/text/text.ts'
import { anchor, id, offset, uncarried } from './anchors.ts'
import {
  duration,
  fact,
  name,
  partyAction,
  period,
  relation,
  renewal,
  term,
  uncertainDate,
  words,
} from './facts.ts'
import { z } from './schema.ts'
export { id }

export const instant = z.iso.datetime()
export const hash = z.string().regex(/^[0-9a-f]{64}$/)

const trashed = z.strictObject({ at: instant, by: name }).exactOptional()

const instrumentKind = z.enum(INSTRUMENT_KINDS)

/** Deep enough for a list in a cell in a table; a deeper document is damaged or hostile. */
const DEEPEST_NODE = 60

function isRichNode(value: unknown, depth = 0): value is RichNode {
  if (typeof value !== 'object' || value === null || !('type' in value) || depth >= DEEPEST_NODE) return false
  if (typeof value.type !== 'string' || value.type === '' || value.type.length > 80) return false
  if (!('children' in value) || value.children === undefined) return true
  return Array.isArray(value.children) && value.children.every((child) => isRichNode(child, depth + 1))
}

/** One block as the editor serialises it. What a type holds beyond its children is kept as it is. */
export const richNode = z.custom<RichNode>(
  (value) => isRichNode(value),
  'Not a document, or one nested too deeply',
)

const richText = z.strictObject({
  schema: z.literal(1),
  lexical: z.string().max(40),
  blocks: z.array(richNode),
}) satisfies z.ZodType<RichText>

const agreement = z.strictObject({
  id,
  title: fact(name.min(1)),
  shortTitle: name.exactOptional(),
  kind: fact(instrumentKind).exactOptional(),
  parties: fact(z.array(name)).exactOptional(),
  signedOn: fact(uncertainDate).exactOptional(),
  signedAt: fact(name).exactOptional(),
  inForceOn: fact(uncertainDate).exactOptional(),
  entryIntoForce: fact(words).exactOptional(),
  term: fact(term).exactOptional(),
  duration: fact(duration).exactOptional(),
  renewal: fact(renewal).exactOptional(),
  notice: fact(period).exactOptional(),
  languages: fact(z.array(name)).exactOptional(),
  annexes: fact(z.array(name)).exactOptional(),
  articleCount: fact(z.int().min(0)).exactOptional(),
  partyActions: z.array(partyAction).exactOptional(),
  relations: z.array(relation).exactOptional(),
  note: richText.exactOptional(),
  createdAt: instant,
  createdBy: name,
  trashed,
}) satisfies z.ZodType<Agreement>

const text = z.strictObject({
  id,
  agreementId: id,
  language: z.string().regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/),
  direction: z.enum(['ltr', 'rtl']),
  content: z.strictObject({ hash, length: offset }),
  original: z.strictObject({
    hash,
    fileName: name,
    mediaType: name,
    byteLength: offset,
    format: name.exactOptional(),
    encoding: name.exactOptional(),
  }),
  conversionNotes: z.array(words),
  importedAt: instant,
  importedBy: name,
  replaces: id.exactOptional(),
  trashed,
}) satisfies z.ZodType<Text>

const provision = z.strictObject({
  id,
  kind: z.enum(PROVISION_KINDS),
  number: name.exactOptional(),
  arabic: name.exactOptional(),
  heading: words.exactOptional(),
  depth: z.int().min(0).max(50),
  start: offset,
  end: offset,
  textStart: offset,
  confidence: z.number().min(0).max(1).exactOptional(),
  doubts: z.array(z.enum(DOUBTS)).exactOptional(),
})

const structure = z.strictObject({ id, provisions: z.array(provision) }) satisfies z.ZodType<Structure>

/** What a codebook says of a theme: other programs put whole pages there. */
const explanation = z.string().max(LONGEST_EXPLANATION)

const themeMeaning = {
  id,
  parentId: id.exactOptional(),
  code: z.string().min(1).max(LONGEST_CODE),
  label: name.min(1),
  definition: explanation.exactOptional(),
  include: explanation.exactOptional(),
  exclude: explanation.exactOptional(),
}

const frozenTheme = z.strictObject(themeMeaning) satisfies z.ZodType<FrozenTheme>

const codebook = z.strictObject({
  id,
  name,
  version: z.int().min(1),
  note: words.exactOptional(),
  versions: z
    .array(
      z.strictObject({
        number: z.int().min(1),
        name: name.min(1),
        at: instant,
        by: name,
        themes: z.array(frozenTheme),
      }),
    )
    .exactOptional(),
  trashed,
}) satisfies z.ZodType<Codebook>

const theme = z.strictObject({
  ...themeMeaning,
  codebookId: id,
  order: z.int().min(0),
  signals: explanation.exactOptional(),
  sources: explanation.exactOptional(),
  note: richText.exactOptional(),
  examples: z
    .array(
      z.strictObject({
        quote: z.string().min(1),
        source: z.strictObject({ textId: id, anchor }).exactOptional(),
      }),
    )
    .exactOptional(),
  colour: z.enum(THEME_COLOURS),
  foreignColour: z
    .string()
    .regex(/^#[0-9A-F]{6}$/)
    .exactOptional(),
  shortcut: z.int().min(1).max(9).exactOptional(),
  codable: z.boolean().exactOptional(),
  guid: z
    .string()
    .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
    .exactOptional(),
  trashed,
}) satisfies z.ZodType<Theme>

const annotation = z.strictObject({
  id,
  textId: id,
  target: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('span'), anchor }),
    z.strictObject({ kind: z.literal('provision'), provisionId: id, anchor }),
  ]),
  themeIds: z.array(id),
  codedUnder: z.record(id, z.int().min(1)).exactOptional(),
  givenBy: z.record(id, z.strictObject({ name, at: instant })).exactOptional(),
  note: richText.exactOptional(),
  uncarried,
  createdAt: instant,
  createdBy: name,
  updatedAt: instant.exactOptional(),
  updatedBy: name.exactOptional(),
  trashed,
}) satisfies z.ZodType<Annotation>

const level = z.union([0, 1, 2, 3, 4, 5].map((n) => z.literal(n as BindingnessLevel)))

const assessment = z.strictObject({
  id,
  textId: id,
  provisionId: id,
  bindingness: z
    .strictObject({ level, reason: z.string().max(10_000), decidedAt: instant, decidedBy: name })
    .exactOptional(),
  refusedThemes: z.array(z.strictObject({ themeId: id, at: instant, by: name })).exactOptional(),
  uncarried,
}) satisfies z.ZodType<Assessment>

const brief = z.strictObject({
  id,
  title: name.min(1),
  language: z.string().max(40),
  paper: z.enum(['A4', 'Letter']),
  schema: z.literal(1),
  lexical: z.string().max(40),
  blocks: z.array(richNode),
  createdAt: instant,
  createdBy: name,
  updatedAt: instant.exactOptional(),
  trashed,
}) satisfies z.ZodType<Brief>

/** The shape of every kind of entity. */
export const ENTITY_SCHEMAS: { readonly [K in EntityKind]: z.ZodType<EntityByKind[K]> } = {
  agreement,
  text,
  structure,
  codebook,
  theme,
  annotation,
  assessment,
  brief,
}
