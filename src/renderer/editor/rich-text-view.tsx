import type { ReactNode } from 'react'
import { directionOfWords, ownDirection } from '#domain/rich-text/direction.ts'
import { numberFootnotes } from '#domain/rich-text/footnotes.ts'
import { nodeText, type RichNode } from '#domain/rich-text/rich-text.ts'
import { runsOf, type Run } from '#domain/rich-text/runs.ts'
import { provisionOfUrl } from '#domain/notes/provision-link.ts'
import { ProvisionLinkView } from './provision-link-view.tsx'
import { useCopyAddress } from './use-copy-address.ts'
import styles from './editor.module.css'

/** What the analyst wrote, for reading: the same looks as in the editor, without an editor behind it. */
export function RichTextView({ blocks }: { readonly blocks: readonly RichNode[] }): ReactNode {
  const numbered = numberFootnotes(blocks)
  return (
    <>
      <Blocks blocks={numbered.blocks} />
      {numbered.footnotes.length > 0 && (
        <ol className={styles['footnotes']} aria-label="Footnotes">
          {numbered.footnotes.map((body, i) => (
            <li key={`${i}/${body}`} dir="auto">
              {body}
            </li>
          ))}
        </ol>
      )}
    </>
  )
}

function Blocks({ blocks }: { readonly blocks: readonly RichNode[] }): ReactNode {
  return blocks.map((block, i) => <Block key={`${i}/${block.type}`} node={block} />)
}

function Block({ node }: { readonly node: RichNode }): ReactNode {
  switch (node.type) {
    case 'paragraph':
      return (
        <p className={styles['paragraph']} dir={ownDirection(nodeText(node))}>
          {runs(node)}
        </p>
      )
    case 'heading':
      return (
        <p className={styles[headingClass(node)]} dir="auto">
          {runs(node)}
        </p>
      )
    case 'quote':
      return (
        <blockquote className={styles['quote']} dir="auto">
          {runs(node)}
        </blockquote>
      )
    case 'list': {
      const items = (node.children ?? []).map((item, i) => (
        <li key={`${i}/${nodeText(item)}`} className={styles['li']} dir="auto">
          {runs({ ...item, children: (item.children ?? []).filter((c) => c.type !== 'list') })}
          <Blocks blocks={(item.children ?? []).filter((c) => c.type === 'list')} />
        </li>
      ))
      return node['listType'] === 'number' ? (
        <ol className={styles['ol']}>{items}</ol>
      ) : (
        <ul className={styles['ul']}>{items}</ul>
      )
    }
    case 'table':
      return (
        <div className={styles['tableFrame']}>
          <table className={styles['table']} dir={directionOfWords(nodeText(node))}>
            <tbody>
              {(node.children ?? []).map((row, i) => (
                <tr key={`${i}/${nodeText(row)}`}>
                  {(row.children ?? []).map((cell, at) => (
                    <Cell key={`${at}/${nodeText(cell)}`} cell={cell} />
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )
    default:
      return (
        <p className={styles['paragraph']} dir="auto">
          {nodeText(node)}
        </p>
      )
  }
}

function Cell({ cell }: { readonly cell: RichNode }): ReactNode {
  const content = <Blocks blocks={cell.children ?? []} />
  if (cell['headerState'] === 0) return <td className={styles['cell']}>{content}</td>
  const looks = `${styles['cell']} ${styles['headerCell']}`
  // An empty cell heads nothing, whatever it looks like.
  const isEmpty = nodeText(cell).trim() === ''
  return isEmpty ? <td className={looks}>{content}</td> : <th className={looks}>{content}</th>
}

function headingClass(node: RichNode): 'h1' | 'h2' | 'h3' {
  return node['tag'] === 'h1' ? 'h1' : node['tag'] === 'h2' ? 'h2' : 'h3'
}

function runs(node: RichNode): ReactNode {
  return runsOf(node).map((r, i) => <RunView key={`${i}/${r.text}`} run={r} />)
}

function RunView({ run }: { readonly run: Run }): ReactNode {
  if (run.lineBreak) return <br />
  if (run.note !== undefined) return <sup className={styles['noteMark']}>{run.note}</sup>
  const classes = [
    run.bold && 'bold',
    run.italic && 'italic',
    run.underline && 'underline',
    run.strike && 'strike',
  ]
  const className = classes.flatMap((c) => (c ? (styles[c] ?? '') : [])).join(' ')
  const place = run.place === undefined ? undefined : provisionOfUrl(run.place)
  if (place) return <ProvisionLinkView place={place}>{run.text}</ProvisionLinkView>
  if (run.href !== undefined) {
    return (
      <WebLink url={run.href} className={className}>
        {run.text}
      </WebLink>
    )
  }
  return className === '' ? run.text : <span className={className}>{run.text}</span>
}

function WebLink({
  url,
  className,
  children,
}: {
  readonly url: string
  readonly className: string
  readonly children: ReactNode
}): ReactNode {
  const copyAddress = useCopyAddress()
  return (
    <button
      type="button"
      className={`${styles['link']} ${styles['webLink']} ${className}`}
      title={`${url}: a click copies the address`}
      onClick={() => copyAddress(url)}
    >
      {children}
    </button>
  )
}
