import { z } from '#contract/schema.ts'

const date = z.string()
const source = z.strictObject({ value: z.string(), citation: z.string() })

const agreement = z.strictObject({
  key: z.string(),
  /** Absent for a record without a text. */
  file: z.string().optional(),
  language: z.string().optional(),
  shortTitle: z.string().optional(),
  title: z.string(),
  kind: z.enum(['treaty', 'agreement', 'convention', 'protocol', 'memorandum', 'other']),
  parties: z.array(z.string()),
  signedOn: date.optional(),
  signedAt: z.string().optional(),
  inForceOn: date.optional(),
  languages: z.array(z.string()).optional(),
  articleCount: z.int().optional(),
  term: z
    .strictObject({
      duration: z.union([
        z.strictObject({ kind: z.literal('fixed'), years: z.number() }),
        z.strictObject({ kind: z.literal('indefinite') }),
      ]),
      renewal: z.strictObject({ automatic: z.boolean(), years: z.number() }).exactOptional(),
      noticeMonths: z.number().exactOptional(),
    })
    .optional(),
  partyActions: z
    .array(
      z.strictObject({
        party: z.string(),
        action: z.enum(['signature', 'ratification', 'acceptance', 'approval', 'accession', 'declaration']),
        date,
        detail: z.string().optional(),
        citation: z.string(),
      }),
    )
    .optional(),
  relations: z
    .array(
      z.strictObject({
        kind: z.enum(['supersedes', 'superseded by', 'amends', 'implements', 'compare with']),
        title: z.string(),
      }),
    )
    .optional(),
  /** Field → the outside source that states it. */
  citations: z.record(z.string(), z.string()).optional(),
  /** Field → what other sources say instead. */
  otherwise: z.record(z.string(), z.array(source)).optional(),
})

/** Either exact words that occur once in the text, or the label of a provision. */
const annotation = z.strictObject({
  agreement: z.string(),
  words: z.string().optional(),
  provision: z.string().optional(),
  themes: z.array(z.string()),
  note: z.array(z.string()).optional(),
})

const assessment = z.strictObject({
  agreement: z.string(),
  provision: z.string(),
  level: z.int().min(0).max(5),
  reason: z.string(),
})

const block = z.union([
  z.strictObject({ heading: z.union([z.literal(1), z.literal(2), z.literal(3)]), text: z.string() }),
  z.strictObject({ paragraph: z.string() }),
  z.strictObject({ list: z.array(z.string()) }),
  z.strictObject({ quotation: z.strictObject({ agreement: z.string(), words: z.string() }) }),
  z.strictObject({ matrix: z.strictObject({ agreement: z.string(), rows: z.enum(['families', 'themes']) }) }),
])

/** `resources/samples/sample.json`: the sample library as a person would write it down, without ids or offsets. */
export const sampleFormat = z.strictObject({
  agreements: z.array(agreement),
  annotations: z.array(annotation),
  assessments: z.array(assessment),
  brief: z.strictObject({ title: z.string(), paper: z.enum(['A4', 'Letter']), blocks: z.array(block) }),
})

/** The sample library, written down. */
export type Sample = z.infer<typeof sampleFormat>
/** One agreement of the sample. */
export type SampleAgreement = Sample['agreements'][number]
/** One block of the sample's brief. */
export type SampleBlock = Sample['brief']['blocks'][number]
