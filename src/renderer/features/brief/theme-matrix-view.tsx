import type { NodeKey } from 'lexical'
import { useMemo, type ReactNode } from 'react'
import { displayTitle } from '#domain/agreement/agreement.ts'
import type { ThemeMatrixData } from '#domain/brief/brief.ts'
import { themeMatrix, type ThemeMatrix } from '#domain/brief/theme-matrix.ts'
import { themeName } from '#domain/codebook/theme.ts'
import type { ProvisionId } from '#domain/shared/id.ts'
import { showPlace } from '../../workspace/navigation.ts'
import { useCatalog, useTextModel } from '../../workspace/workspace.ts'
import { FigureFrame } from './figure-frame.tsx'
import styles from './figures.module.css'

/** The table of themes × articles in the page; every number leads to its article. */
export function ThemeMatrixView({
  nodeKey,
  data,
  onChange,
}: {
  readonly nodeKey: NodeKey
  readonly data: ThemeMatrixData | undefined
  readonly onChange: (data: ThemeMatrixData) => void
}): ReactNode {
  return (
    <FigureFrame nodeKey={nodeKey} label="Table of themes by article">
      {data ? (
        <Figure data={data} onChange={onChange} />
      ) : (
        <p className={styles['warning']}>This table is damaged.</p>
      )}
    </FigureFrame>
  )
}

function Figure({
  data,
  onChange,
}: {
  readonly data: ThemeMatrixData
  readonly onChange: (data: ThemeMatrixData) => void
}): ReactNode {
  const catalog = useCatalog()
  const model = useTextModel(data.textId)
  const agreement = catalog.agreements.get(data.agreementId)
  const matrix = useMemo(
    () => model && themeMatrix(model.tree, model.annotations, [...catalog.themes.values()], data),
    [model, catalog.themes, data],
  )
  if (!matrix || !model)
    return <p className={styles['warning']}>The text of this table is not in the library.</p>
  const go = (provisionId: ProvisionId): void => {
    const provision = model.tree.find(provisionId)
    if (provision) showPlace(data.agreementId, provision.start, undefined, data.textId)
  }
  const title = `Themes by article: ${agreement ? displayTitle(agreement) : ''}`
  return (
    <>
      <figcaption className={styles['caption']}>
        {title}
        <label>
          Rows{' '}
          <select
            value={data.rows}
            onChange={(event) =>
              onChange({ ...data, rows: event.target.value === 'themes' ? 'themes' : 'families' })
            }
          >
            <option value="families">families</option>
            <option value="themes">single themes</option>
          </select>
        </label>
      </figcaption>
      {matrix.rows.length === 0 ? (
        <p className={styles['none']}>Nothing is tagged in this text yet.</p>
      ) : (
        <Table title={title} matrix={matrix} onGo={go} />
      )}
    </>
  )
}

function Table({
  title,
  matrix,
  onGo,
}: {
  readonly title: string
  readonly matrix: ThemeMatrix
  readonly onGo: (provisionId: ProvisionId) => void
}): ReactNode {
  return (
    <div className={styles['scroll']} tabIndex={0} role="region" aria-label={title}>
      <table className={styles['matrix']}>
        <thead>
          <tr>
            <th scope="col">Theme</th>
            {matrix.columns.map((column) => (
              <th key={column.provisionId} scope="col">
                {column.label.replace(/^art /, '').replace('preamble', 'pr.')}
              </th>
            ))}
            <th scope="col">Total</th>
          </tr>
        </thead>
        <tbody>
          {matrix.rows.map((row) => (
            <tr key={row.theme.id} data-colour={row.theme.colour}>
              <th scope="row">{themeName(row.theme)}</th>
              {matrix.columns.map((column, i) => (
                <Cell
                  key={column.provisionId}
                  count={row.counts[i] ?? 0}
                  title={`${themeName(row.theme)} in ${column.label}`}
                  onGo={() => onGo(column.provisionId)}
                />
              ))}
              <td className={styles['total']}>{row.total}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Cell({
  count,
  title,
  onGo,
}: {
  readonly count: number
  readonly title: string
  readonly onGo: () => void
}): ReactNode {
  if (count === 0) return <td className={styles['zero']}>·</td>
  return (
    <td>
      <button
        type="button"
        className={styles['count']}
        title={title}
        aria-label={`${count}: ${title}`}
        onClick={onGo}
      >
        {count}
      </button>
    </td>
  )
}
