import type { ExchangedCodebook, ExchangedTheme } from '#domain/codebook/exchanged.ts'
import { id } from './entities.ts'
import { z } from './schema.ts'

const exchangedTheme: z.ZodType<ExchangedTheme> = z.strictObject({
  label: z.string(),
  code: z.string().exactOptional(),
  definition: z.string().exactOptional(),
  include: z.string().exactOptional(),
  exclude: z.string().exactOptional(),
  signals: z.string().exactOptional(),
  sources: z.string().exactOptional(),
  examples: z.array(z.string()).exactOptional(),
  colour: z.string().exactOptional(),
  shortcut: z.int().min(1).max(9).exactOptional(),
  codable: z.boolean(),
  guid: z.string().exactOptional(),
  children: z.array(z.lazy(() => exchangedTheme)),
})

/** A codebook that was read from a file and is not part of the library yet. */
export const exchangedCodebook: z.ZodType<ExchangedCodebook> = z.strictObject({
  name: z.string(),
  themes: z.array(exchangedTheme),
  leftOut: z.array(
    z.strictObject({
      what: z.enum(['sets', 'unknown-columns', 'unknown-parents', 'unlinked-examples']),
      count: z.int().min(1),
    }),
  ),
})

/** The forms in which a codebook leaves the library: REFI-QDA, CSV, and CSV as Excel wants it. */
export const CODEBOOK_FORMATS = ['qdc', 'csv', 'csv-excel'] as const

/** One of {@link CODEBOOK_FORMATS}. */
export type CodebookFormat = (typeof CODEBOOK_FORMATS)[number]

/** Which codebook to export, and how. */
export const codebookExport = z.strictObject({ codebookId: id, format: z.enum(CODEBOOK_FORMATS) })
