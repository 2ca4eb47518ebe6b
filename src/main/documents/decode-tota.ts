import type { DocumentMetadata } from './decoded-document.ts'
import type { DecodedBody } from './decoded-body.ts'
import { countryName } from './country-name.ts'
import { readProvisionLabel } from './provision-label.ts'
import { foldSpace, textBuilder, type TextBuilder } from './text-builder.ts'
import { childOf, childrenOf, wordsOf, type XmlElement } from './xml-tree.ts'

/**
 * Reads a treaty of the Texts of Trade Agreements corpus: `treaty` with `meta`, and a `body` of chapters with
 * articles, whose numbers and names are attributes.
 */
export function decodeTota(treaty: XmlElement): DecodedBody {
  const builder = textBuilder()
  for (const chapter of childrenOf(childOf(treaty, 'body'))) {
    if (chapter.name === 'article') writeArticle(builder, chapter)
    else writeChapter(builder, chapter)
  }
  const meta = childOf(treaty, 'meta')
  const language = fieldOf(meta, 'language')
  const { text, hints, notes } = builder.result()
  const metadata = metadataOf(meta)
  return {
    texts: [
      {
        text,
        hints,
        ...(language && /^[a-z]{2,3}$/.test(language) ? { language } : {}),
        ...(metadata.title ? { title: metadata.title } : {}),
      },
    ],
    metadata,
    notes,
  }
}

function writeChapter(builder: TextBuilder, chapter: XmlElement): void {
  const { number = '', name = '' } = chapter.attributes
  const label = readProvisionLabel(number)
  // The corpus calls what stands before the first article so; the text itself need not have the word.
  const isPreamble = number === '' && /^(?:preamble|pr[ée]ambule|pre[áa]mbulo)$/i.test(name.trim())
  const kind = isPreamble ? 'preamble' : label.kind
  if (kind) builder.open({ kind, number: label.number, heading: isPreamble ? undefined : foldSpace(name) })
  if (!isPreamble) writeHeading(builder, number, name)
  for (const article of childrenOf(chapter, 'article')) writeArticle(builder, article)
  if (kind) builder.close()
}

function writeArticle(builder: TextBuilder, article: XmlElement): void {
  const { number = '', name = '' } = article.attributes
  const label = readProvisionLabel(number)
  if (number) builder.open({ kind: label.kind ?? 'article', number: label.number, heading: foldSpace(name) })
  writeHeading(builder, number, name)
  builder.block(linesOf(wordsOf(article)))
  if (number) builder.close()
}

function writeHeading(builder: TextBuilder, number: string, name: string): void {
  const [first, second] = number.trim() ? [number, name] : [name, '']
  builder.block(foldSpace(first))
  builder.line(foldSpace(second))
}

/** Line ends mean something here; blanks around them and more than one empty line do not. */
function linesOf(words: string): string {
  return words
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
}

function metadataOf(meta: XmlElement | undefined): DocumentMetadata {
  const name = fieldOf(meta, 'name')
  const type = fieldOf(meta, 'type')
  const title = name && type && !/agreement|treaty/i.test(name) ? `${name} ${type}` : name
  const signedOn = fieldOf(meta, 'date_signed')
  const inForceOn = fieldOf(meta, 'date_into_force')
  const source = fieldOf(meta, 'source')
  const parties = childrenOf(childOf(meta, 'parties_original'), 'partyisocode').map((code) =>
    countryName(wordsOf(code)),
  )
  return {
    ...(title ? { title } : {}),
    ...(signedOn ? { signedOn } : {}),
    ...(inForceOn ? { inForceOn } : {}),
    ...(source ? { source } : {}),
    ...(parties.length > 0 ? { parties } : {}),
  }
}

function fieldOf(meta: XmlElement | undefined, name: string): string | undefined {
  return foldSpace(wordsOf(childOf(meta, name))) || undefined
}
