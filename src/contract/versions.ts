import { id } from './anchors.ts'
import { encoding, encodingChoices } from './encodings.ts'
import { z } from './schema.ts'

const count = z.int().min(0)

const counts = z.strictObject({
  annotations: count,
  /** How many of the annotations have a note. */
  notes: count,
  assessments: count,
})

/** How many marks of each kind. */
export type MarkCounts = z.infer<typeof counts>

const previewItem = z.strictObject({
  kind: z.enum(['annotation', 'assessment']),
  /** What will happen to it; `reworded` is carried, and its words have changed. */
  outcome: z.enum(['review', 'lost', 'reworded']),
  /** Where it stands in the version of the library: `art 5`. */
  label: z.string(),
  /** Its words there, or their beginning. */
  was: z.string(),
  /** Where it would stand in the new version, and the words there. */
  newLabel: z.string().exactOptional(),
  is: z.string().exactOptional(),
  themeIds: z.array(id),
  level: z.int().min(0).max(5).exactOptional(),
})

/** One mark in the preview of a new version. */
export type VersionPreviewItem = z.infer<typeof previewItem>

const preview = z.strictObject({
  previewId: id,
  fileName: z.string(),
  /** The words are those of the version in the library, letter for letter. */
  isSame: z.boolean(),
  articles: z.strictObject({ before: count, after: count }),
  carried: counts,
  review: counts,
  lost: counts,
  /** What is not simply carried, in reading order: the first of them. */
  items: z.array(previewItem),
  /** How many more there are. */
  more: count,
  /** The other languages of the file: what replaces the agreement's texts in these, and what it had no text in. */
  others: z.array(z.strictObject({ language: z.string(), isNew: z.boolean() })),
})

/** What importing a file as the new version of a text would do. Nothing has been done. */
export type VersionPreview = z.infer<typeof preview>

/** The calls that bring a new version of a text in. */
export const VERSION_CALLS = {
  /** Asks for a file and says what it would do as the new version of a text; nothing when the user cancels. */
  'version.choose': { input: z.strictObject({ textId: id }), output: preview.optional() },
  /** What the file of a text looks like in each encoding. */
  'version.encodings': { input: z.strictObject({ textId: id }), output: encodingChoices },
  /** Reads the file of a text in another encoding, and says what that would do as its new version. */
  'version.reread': { input: z.strictObject({ textId: id, encoding }), output: preview },
  /** Imports what was last previewed. */
  'version.import': {
    input: z.strictObject({ previewId: id }),
    output: z.strictObject({ textId: id, seq: z.int() }),
  },
  /** Forgets what was previewed. */
  'version.cancel': { input: z.strictObject({ previewId: id }), output: z.void() },
} as const
