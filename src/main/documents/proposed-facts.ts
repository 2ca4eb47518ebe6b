import type { Agreement } from '#domain/agreement/agreement.ts'
import { proposed, type Fact, type FactSource } from '#domain/agreement/fact.ts'
import type { Proposal } from '#domain/agreement/proposals/passage.ts'
import { parseUncertainDate, type UncertainDate } from '#domain/agreement/uncertain-date.ts'
import type { Text } from '#domain/text/text.ts'
import type { ReadDocument } from './read-document.ts'

/** What a record holds of a title or a name; a longer one is a first paragraph, and the analyst will shorten it. */
export const LONGEST_NAME = 500
/** What a source holds of the words that gave a fact. */
const LONGEST_QUOTE = 2000

/** Those facts of a record that a file states or its words say. */
export type ProposedFacts = Partial<
  Pick<
    Agreement,
    | 'title'
    | 'kind'
    | 'parties'
    | 'signedOn'
    | 'signedAt'
    | 'inForceOn'
    | 'entryIntoForce'
    | 'duration'
    | 'renewal'
    | 'notice'
    | 'languages'
    | 'annexes'
  >
>

/**
 * The facts of a new record, each proposed with its source. What the file states wins over what its words say:
 * whoever described it read it. Where both give a date and differ, the fact keeps the other one beside it.
 */
export function proposedFacts(
  { metadata: stated, proposals: found, texts: [first] }: ReadDocument,
  fileName: string,
  text: Text,
): ProposedFacts {
  const content = first?.text ?? ''
  const file: FactSource = { kind: 'reference', citation: `stated in the file “${fileName}”` }
  const said = <T>(proposal: Proposal<T> | undefined): Fact<T> | undefined =>
    proposal && proposed(proposal.value, passageSource(proposal, text, content))
  const statedDate = (written: string | undefined): Fact<UncertainDate> | undefined => {
    const date = written === undefined ? undefined : parseUncertainDate(written)
    return date && proposed(date, file)
  }
  const statedNames = stated.parties?.map(name) ?? []
  const statedTitle = stated.title ?? (found.title ? undefined : first?.title)
  const facts: { [K in keyof ProposedFacts]: ProposedFacts[K] | undefined } = {
    title: statedTitle ? proposed(name(statedTitle), file) : said(found.title),
    kind: said(found.kind),
    parties: statedNames.length > 0 ? proposed(statedNames, file) : said(found.parties),
    signedOn: withOther(statedDate(stated.signedOn), said(found.signedOn)),
    signedAt: said(found.signedAt),
    inForceOn: withOther(statedDate(stated.inForceOn), said(found.inForceOn)),
    entryIntoForce: said(found.entryIntoForce),
    duration: said(found.duration),
    renewal: said(found.renewal),
    notice: said(found.notice),
    languages: said(found.languages),
    annexes: said(found.annexes),
  }
  return known(facts)
}

function known(facts: { [K in keyof ProposedFacts]: ProposedFacts[K] | undefined }): ProposedFacts {
  // Every entry that is left has its value; an optional field of a record is absent, not undefined.
  return Object.fromEntries(Object.entries(facts).filter(([, fact]) => fact !== undefined))
}

/** A date as the file states it; the text's own, where it differs, stands beside it. */
function withOther(
  stated: Fact<UncertainDate> | undefined,
  said: Fact<UncertainDate> | undefined,
): Fact<UncertainDate> | undefined {
  if (!stated || !said?.source || said.value.iso === stated.value.iso) return stated ?? said
  return { ...stated, otherwise: [{ value: said.value, source: said.source }] }
}

function passageSource({ start, end }: Proposal<unknown>, text: Text, content: string): FactSource {
  return {
    kind: 'text',
    textId: text.id,
    start,
    end,
    quote: content.slice(start, end).slice(0, LONGEST_QUOTE),
  }
}

function name(words: string): string {
  return words.slice(0, LONGEST_NAME)
}
