import type { NodeKey } from 'lexical'
import type { ReactNode } from 'react'
import type { QuotationData } from '#domain/brief/brief.ts'
import { citationOf } from '#domain/brief/citation.ts'
import { quotationState, type BriefSources } from '#domain/brief/compose.ts'
import { isKept } from '#domain/shared/trash.ts'
import { quoted } from '#domain/text/quoted.ts'
import { showPlace } from '../../workspace/navigation.ts'
import { useCatalog, useContent, useTextModel } from '../../workspace/workspace.ts'
import { FigureFrame } from './figure-frame.tsx'
import styles from './figures.module.css'

/** A quotation in the page: its words, its citation, which leads to the place, and whether both still agree. */
export function QuotationView({
  nodeKey,
  data,
}: {
  readonly nodeKey: NodeKey
  readonly data: QuotationData | undefined
}): ReactNode {
  return (
    <FigureFrame nodeKey={nodeKey} label="Quotation">
      {data ? <Quotation data={data} /> : <p className={styles['warning']}>This quotation is damaged.</p>}
    </FigureFrame>
  )
}

function Quotation({ data }: { readonly data: QuotationData }): ReactNode {
  const catalog = useCatalog()
  const text = catalog.texts.get(data.textId)
  const agreement = catalog.agreements.get(data.agreementId)
  const model = useTextModel(data.textId)
  const { content } = useContent(text?.content.hash)
  const citation = agreement && citationOf(agreement, model?.tree, data.anchor)
  const gone = !text || !agreement || !isKept(agreement)
  const sources: Pick<BriefSources, 'content'> = { content: () => content }
  const changed = content !== undefined && quotationState(data, sources) !== 'exact'
  return (
    <>
      <blockquote className={styles['quotation']} lang={text?.language} dir={text?.direction ?? 'auto'}>
        {quoted(data.anchor.quote, text?.language)}
      </blockquote>
      <figcaption>
        {citation && (
          <button
            type="button"
            className={styles['citation']}
            onClick={() => showPlace(data.agreementId, data.anchor.start, data.annotationId, data.textId)}
          >
            <cite>{citation.title}</cite>
            {citation.date !== undefined && ` (${citation.date})`} {citation.pinpoint}
          </button>
        )}
        {gone && <p className={styles['warning']}>The quoted text is no longer in the library.</p>}
        {changed && <p className={styles['warning']}>The text has changed since this was quoted.</p>}
      </figcaption>
    </>
  )
}
