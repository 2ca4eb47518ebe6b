import type { Agreement } from '../../agreement/agreement.ts'
import type { Author } from '../../shared/author.ts'
import { change, type Operation } from '../operation.ts'

/** The agreement moved to the trash. Its texts and annotations stay where they are and come back with it. */
export function trashAgreement(agreement: Agreement, author: Author): Operation[] {
  return change('agreement', agreement, { ...agreement, trashed: { at: author.at, by: author.name } })
}
