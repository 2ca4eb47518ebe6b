import {
  $isListNode,
  INSERT_ORDERED_LIST_COMMAND,
  INSERT_UNORDERED_LIST_COMMAND,
  REMOVE_LIST_COMMAND,
} from '@lexical/list'
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import {
  $createHeadingNode,
  $createQuoteNode,
  $isHeadingNode,
  $isQuoteNode,
  type HeadingTagType,
} from '@lexical/rich-text'
import { $setBlocksType } from '@lexical/selection'
import {
  $createParagraphNode,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  FORMAT_TEXT_COMMAND,
  type ElementNode,
  type LexicalEditor,
  type TextFormatType,
} from 'lexical'
import {
  Bold,
  Heading1,
  Heading2,
  Italic,
  List,
  ListOrdered,
  Pilcrow,
  TextQuote,
  Underline,
} from 'lucide-react'
import { useEffect, useState, type ReactNode } from 'react'
import { IconButton } from '../ui/button.tsx'
import styles from './editor.module.css'
import { FootnoteButton } from './footnote-button.tsx'
import { LinkTools } from './link-tools.tsx'
import { TableTools } from './table-tools.tsx'

/** What the caret stands in. */
type BlockType = 'paragraph' | 'h1' | 'h2' | 'h3' | 'quote' | 'bullet' | 'number' | 'other'

interface Format {
  readonly block: BlockType
  readonly bold: boolean
  readonly italic: boolean
  readonly underline: boolean
}

const PLAIN: Format = { block: 'paragraph', bold: false, italic: false, underline: false }

/** Buttons for the looks of words and paragraphs. */
export function FormatToolbar({ children }: { readonly children?: ReactNode }): ReactNode {
  const [editor] = useLexicalComposerContext()
  const format = useFormat(editor)
  const text = (type: TextFormatType, label: string, icon: ReactNode, on: boolean): ReactNode => (
    <IconButton
      label={label}
      aria-pressed={on}
      onClick={() => editor.dispatchCommand(FORMAT_TEXT_COMMAND, type)}
    >
      {icon}
    </IconButton>
  )
  const block = (type: BlockType, label: string, icon: ReactNode): ReactNode => (
    <IconButton
      label={label}
      aria-pressed={format.block === type}
      onClick={() => setBlock(editor, type, format.block)}
    >
      {icon}
    </IconButton>
  )
  return (
    <div className={styles['toolbar']} role="toolbar" aria-label="Formatting">
      {block('paragraph', 'Text', <Pilcrow size={16} />)}
      {block('h1', 'Heading', <Heading1 size={17} />)}
      {block('h2', 'Subheading', <Heading2 size={17} />)}
      {block('quote', 'Indented quotation', <TextQuote size={16} />)}
      {block('bullet', 'List', <List size={16} />)}
      {block('number', 'Numbered list', <ListOrdered size={16} />)}
      <span className={styles['divider']} />
      {text('bold', 'Bold (Ctrl+B)', <Bold size={15} />, format.bold)}
      {text('italic', 'Italic (Ctrl+I)', <Italic size={15} />, format.italic)}
      {text('underline', 'Underline (Ctrl+U)', <Underline size={15} />, format.underline)}
      <span className={styles['divider']} />
      <FootnoteButton />
      <LinkTools />
      <TableTools />
      {children}
    </div>
  )
}

function useFormat(editor: LexicalEditor): Format {
  const [format, setFormat] = useState(PLAIN)
  useEffect(
    () =>
      editor.registerUpdateListener(({ editorState }) => {
        const next = editorState.read($readFormat)
        setFormat((before) => (sameFormat(before, next) ? before : next))
      }),
    [editor],
  )
  return format
}

function sameFormat(a: Format, b: Format): boolean {
  return a.block === b.block && a.bold === b.bold && a.italic === b.italic && a.underline === b.underline
}

function $readFormat(): Format {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return PLAIN
  const top = selection.anchor.getNode().getTopLevelElement()
  return {
    block: $isElementNode(top) ? $blockType(top) : 'other',
    bold: selection.hasFormat('bold'),
    italic: selection.hasFormat('italic'),
    underline: selection.hasFormat('underline'),
  }
}

function $blockType(top: ElementNode): BlockType {
  if ($isHeadingNode(top)) return headingType(top.getTag())
  if ($isQuoteNode(top)) return 'quote'
  if ($isListNode(top)) return top.getListType() === 'number' ? 'number' : 'bullet'
  return top.getType() === 'paragraph' ? 'paragraph' : 'other'
}

/** Makes the chosen paragraphs what is asked; asked again, they become text. */
function setBlock(editor: LexicalEditor, wanted: BlockType, now: BlockType): void {
  const type = wanted === now ? 'paragraph' : wanted
  const wasList = now === 'bullet' || now === 'number'
  if (type === 'bullet') return void editor.dispatchCommand(INSERT_UNORDERED_LIST_COMMAND, undefined)
  if (type === 'number') return void editor.dispatchCommand(INSERT_ORDERED_LIST_COMMAND, undefined)
  if (wasList) editor.dispatchCommand(REMOVE_LIST_COMMAND, undefined)
  editor.update(() => {
    const selection = $getSelection()
    if ($isRangeSelection(selection)) $setBlocksType(selection, () => $createBlock(type))
  })
}

function $createBlock(type: BlockType): ElementNode {
  if (type === 'quote') return $createQuoteNode()
  if (type === 'h1' || type === 'h2' || type === 'h3') return $createHeadingNode(type)
  return $createParagraphNode()
}

/** Levels below the third look like the third. */
function headingType(tag: HeadingTagType): BlockType {
  return tag === 'h1' || tag === 'h2' ? tag : 'h3'
}
