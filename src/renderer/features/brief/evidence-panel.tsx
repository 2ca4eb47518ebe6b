import { Quote, Table2 } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { bySignature, displayTitle, type Agreement } from '#domain/agreement/agreement.ts'
import type { Annotation } from '#domain/annotation/annotation.ts'
import type { MatrixRows } from '#domain/brief/brief.ts'
import { themeName, type Theme } from '#domain/codebook/theme.ts'
import { plainText } from '#domain/rich-text/rich-text.ts'
import type { ThemeId } from '#domain/shared/id.ts'
import { isKept } from '#domain/shared/trash.ts'
import { citationLabel } from '#domain/structure/citation-label.ts'
import { textOf, type TextModel } from '../../projection/library-model.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ThemeChip } from '../../ui/theme-chip.tsx'
import { useNavigation } from '../../workspace/navigation.ts'
import { useCatalog, useTextModel } from '../../workspace/workspace.ts'
import { $createQuotation, $createThemeMatrix } from './brief-nodes.tsx'
import styles from './evidence-panel.module.css'
import { insertIntoBrief } from './open-brief-editor.ts'

/** What a brief can argue from: the annotations of an agreement, each one press away from the page. */
export function EvidencePanel(): ReactNode {
  const catalog = useCatalog()
  const agreements = [...catalog.agreements.values()]
    .filter((a) => isKept(a) && textOf(catalog, a.id))
    .sort(bySignature)
  const [chosenId, setChosenId] = useState<string>()
  const lastAgreementId = useNavigation((state) => state.lastAgreementId)
  const agreement = agreements.find((a) => a.id === (chosenId ?? lastAgreementId)) ?? agreements[0]
  const text = agreement && textOf(catalog, agreement.id)
  const model = useTextModel(text?.id)
  const [search, setSearch] = useState('')
  if (!agreement || !text) {
    return (
      <EmptyState title="Nothing to quote yet.">
        Import an agreement and mark the words that matter. They will be listed here, ready to be quoted.
      </EmptyState>
    )
  }
  const found = (model?.annotations ?? []).filter((a) => matches(a, search, catalog.themes))
  return (
    <section aria-label="Evidence" className={styles['panel']}>
      <header className={styles['head']}>
        <h2>Evidence</h2>
        <label>
          <span className="visually-hidden">Agreement</span>
          <select value={agreement.id} onChange={(event) => setChosenId(event.target.value)}>
            {agreements.map((a) => (
              <option key={a.id} value={a.id}>
                {displayTitle(a)}
              </option>
            ))}
          </select>
        </label>
        <input
          type="search"
          aria-label="Find among the annotations"
          placeholder="Find among the annotations"
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
        <Button
          icon={<Table2 size={15} />}
          onClick={() =>
            insertIntoBrief(() =>
              $createThemeMatrix({
                textId: text.id,
                agreementId: agreement.id,
                rows: matrixRows(model),
                themeIds: [],
              }),
            )
          }
        >
          Insert table of themes by article
        </Button>
      </header>
      {model && found.length === 0 && (
        <EmptyState
          title={search === '' ? 'Nothing is annotated in this text yet.' : 'No annotation has these words.'}
        >
          {search === ''
            ? 'Open the agreement and mark the words that matter.'
            : 'Search for a word, a theme or an article.'}
        </EmptyState>
      )}
      <ul>
        {model &&
          found.map((annotation) => (
            <Evidence
              key={annotation.id}
              annotation={annotation}
              agreement={agreement}
              model={model}
              themes={catalog.themes}
            />
          ))}
      </ul>
    </section>
  )
}

function Evidence({
  annotation,
  agreement,
  model,
  themes,
}: {
  readonly annotation: Annotation
  readonly agreement: Agreement
  readonly model: TextModel
  readonly themes: ReadonlyMap<ThemeId, Theme>
}): ReactNode {
  const { anchor } = annotation.target
  const provision = model.tree.at(anchor.start)
  const label = provision ? citationLabel(model.tree, provision) : ''
  const insert = (): void =>
    insertIntoBrief(() =>
      $createQuotation({
        textId: model.textId,
        agreementId: agreement.id,
        annotationId: annotation.id,
        anchor,
      }),
    )
  return (
    <li className={styles['evidence']}>
      <p className={styles['label']}>{label}</p>
      <p className={styles['words']} dir="auto">
        {anchor.quote}
      </p>
      <div className={styles['foot']}>
        <span className={styles['themes']}>
          {annotation.themeIds.map((id) => {
            const theme = themes.get(id)
            return theme && <ThemeChip key={id} theme={theme} withLabel={false} />
          })}
        </span>
        <Button
          tone="quiet"
          icon={<Quote size={14} />}
          aria-label={`Insert quotation from ${label}`}
          onClick={insert}
        >
          Quote
        </Button>
      </div>
    </li>
  )
}

function matches(annotation: Annotation, search: string, themes: ReadonlyMap<ThemeId, Theme>): boolean {
  const names = annotation.themeIds.flatMap((id) => themes.get(id) ?? []).map(themeName)
  const words = [annotation.target.anchor.quote, ...names, plainText(annotation.note?.blocks ?? [])]
  return words.join(' ').toLowerCase().includes(search.trim().toLowerCase())
}

/** More single themes than this make a table that no page holds; their families say the same at a glance. */
const MOST_THEMES = 18

function matrixRows(model: TextModel | undefined): MatrixRows {
  const used = new Set(model?.annotations.flatMap((annotation) => annotation.themeIds))
  return used.size > MOST_THEMES ? 'families' : 'themes'
}
