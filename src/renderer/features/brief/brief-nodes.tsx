import {
  $create,
  $getState,
  $setState,
  createState,
  DecoratorNode,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical'
import type { ReactNode } from 'react'
import { readQuotation, readThemeMatrix } from '#domain/brief/brief-nodes.ts'
import {
  QUOTATION_TYPE,
  THEME_MATRIX_TYPE,
  type QuotationData,
  type ThemeMatrixData,
} from '#domain/brief/brief.ts'
import type { OwnNodes } from '../../editor/rich-text-editor.tsx'
import { QuotationView } from './quotation-view.tsx'
import { ThemeMatrixView } from './theme-matrix-view.tsx'

const quotationState = createState('data', {
  parse: (data): QuotationData | undefined => readQuotation({ type: QUOTATION_TYPE, data }),
})

const matrixState = createState('data', {
  parse: (data): ThemeMatrixData | undefined => readThemeMatrix({ type: THEME_MATRIX_TYPE, data }),
})

/** A block that is drawn by us and edited as a whole: chosen, moved, deleted. */
abstract class FigureNode extends DecoratorNode<ReactNode> {
  override createDOM(): HTMLElement {
    return document.createElement('div')
  }

  override updateDOM(): false {
    return false
  }

  override isInline(): false {
    return false
  }
}

/** A quotation of a text: its words frozen, its place live. */
export class QuotationNode extends FigureNode {
  override $config() {
    return this.config(QUOTATION_TYPE, {
      extends: DecoratorNode,
      stateConfigs: [{ flat: true, stateConfig: quotationState }],
    })
  }

  override getTextContent(): string {
    return $getState(this, quotationState)?.anchor.quote ?? ''
  }

  override decorate(): ReactNode {
    return <QuotationView nodeKey={this.getKey()} data={$getState(this, quotationState)} />
  }
}

/** A table of themes × articles, computed when shown. */
export class ThemeMatrixNode extends FigureNode {
  override $config() {
    return this.config(THEME_MATRIX_TYPE, {
      extends: DecoratorNode,
      stateConfigs: [{ flat: true, stateConfig: matrixState }],
    })
  }

  override decorate(editor: LexicalEditor): ReactNode {
    const change = (data: ThemeMatrixData): void =>
      editor.update(() => void $setState(this, matrixState, data))
    return <ThemeMatrixView nodeKey={this.getKey()} data={$getState(this, matrixState)} onChange={change} />
  }
}

/** Makes a quotation node. Only inside an update of an editor. */
export function $createQuotation(data: QuotationData): LexicalNode {
  return $setState($create(QuotationNode), quotationState, data)
}

/** Makes a theme matrix node. Only inside an update of an editor. */
export function $createThemeMatrix(data: ThemeMatrixData): LexicalNode {
  return $setState($create(ThemeMatrixNode), matrixState, data)
}

/** The blocks of our own that a brief can hold. */
export const BRIEF_NODES: OwnNodes = {
  nodes: [QuotationNode, ThemeMatrixNode],
  types: new Set([QUOTATION_TYPE, THEME_MATRIX_TYPE]),
}
