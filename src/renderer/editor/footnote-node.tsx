import { $create, $getState, $setState, createState, DecoratorNode, type LexicalNode } from 'lexical'
import type { ReactNode } from 'react'
import { FOOTNOTE_TYPE } from '#domain/rich-text/footnotes.ts'
import styles from './editor.module.css'

const bodyState = createState('body', {
  parse: (value): string => (typeof value === 'string' ? value : ''),
})

/** The mark of a footnote in the line; what it says is written below the text. */
export class FootnoteNode extends DecoratorNode<ReactNode> {
  override $config() {
    return this.config(FOOTNOTE_TYPE, {
      extends: DecoratorNode,
      stateConfigs: [{ flat: true, stateConfig: bodyState }],
    })
  }

  override createDOM(): HTMLElement {
    return document.createElement('span')
  }

  override updateDOM(): false {
    return false
  }

  override isInline(): true {
    return true
  }

  override getTextContent(): string {
    return ''
  }

  override decorate(): ReactNode {
    const body = $getState(this, bodyState)
    return (
      <span
        className={styles['footnoteMark']}
        role="note"
        title={body}
        aria-label={body === '' ? 'Footnote' : `Footnote: ${body}`}
      />
    )
  }
}

/** Makes a footnote that says nothing yet. Only inside an update of an editor. */
export function $createFootnote(): FootnoteNode {
  return $create(FootnoteNode)
}

/** Whether a node is a footnote. */
export function $isFootnote(node: LexicalNode | null | undefined): node is FootnoteNode {
  return node instanceof FootnoteNode
}

/** What a footnote says. */
export function $bodyOf(node: FootnoteNode): string {
  return $getState(node, bodyState)
}

/** Changes what a footnote says. Only inside an update of an editor. */
export function $setBody(node: FootnoteNode, body: string): void {
  $setState(node, bodyState, body)
}
