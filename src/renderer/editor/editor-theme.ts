import type { EditorThemeClasses } from 'lexical'
import styles from './editor.module.css'

function name(key: string): string {
  return styles[key] ?? ''
}

/** Class names for what the editor draws. */
export const editorTheme: EditorThemeClasses = {
  paragraph: name('paragraph'),
  quote: name('quote'),
  heading: { h1: name('h1'), h2: name('h2'), h3: name('h3') },
  list: { ul: name('ul'), ol: name('ol'), listitem: name('li'), nested: { listitem: name('nested') } },
  link: name('link'),
  table: name('table'),
  tableCell: name('cell'),
  tableCellHeader: name('headerCell'),
  tableScrollableWrapper: name('tableFrame'),
  text: {
    bold: name('bold'),
    italic: name('italic'),
    underline: name('underline'),
    strikethrough: name('strike'),
  },
}
