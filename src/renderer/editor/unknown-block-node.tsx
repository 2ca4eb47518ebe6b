import { $getState, createState, DecoratorNode } from 'lexical'
import type { ReactNode } from 'react'
import { nodeText, type RichNode } from '#domain/rich-text/rich-text.ts'
import { UNKNOWN_TYPE } from './editor-blocks.ts'
import styles from './editor.module.css'

const originalState = createState('original', {
  parse: (value): RichNode =>
    typeof value === 'object' && value !== null && 'type' in value
      ? (value as RichNode)
      : { type: UNKNOWN_TYPE },
})

/** Carries a block that this version cannot show, word for word, so that saving does not lose it. */
export class UnknownBlockNode extends DecoratorNode<ReactNode> {
  override $config() {
    return this.config(UNKNOWN_TYPE, {
      extends: DecoratorNode,
      stateConfigs: [{ flat: true, stateConfig: originalState }],
    })
  }

  override createDOM(): HTMLElement {
    return document.createElement('div')
  }

  override updateDOM(): false {
    return false
  }

  override isInline(): false {
    return false
  }

  override decorate(): ReactNode {
    return <UnknownBlock original={$getState(this, originalState)} />
  }
}

function UnknownBlock({ original }: { readonly original: RichNode }): ReactNode {
  return (
    <div className={styles['unknown']}>
      <strong>Made with a newer version of Pacta.</strong> It is kept as it is. {nodeText(original)}
    </div>
  )
}
