import type { DecodedDocument } from './decoded-document.ts'

/** What the decoder of one format gives: the document without what the caller knows already. */
export type DecodedBody = Pick<DecodedDocument, 'texts' | 'metadata' | 'notes'>
