import type { ReactNode } from 'react'
import type { Text } from '#domain/text/text.ts'
import { Button } from '../../ui/button.tsx'
import { when } from '../../ui/when.ts'
import { runCommand } from '../../workspace/commands.ts'
import styles from './record-card.module.css'

/** What the user calls the formats; the others are called by their own names. */
const FORMATS: Readonly<Record<string, string>> = {
  text: 'plain text',
  html: 'web page',
  markdown: 'Markdown',
  docx: 'Word document',
  pdf: 'PDF',
  'tota-xml': 'Texts of Trade Agreements XML',
  'akoma-ntoso': 'Akoma Ntoso XML',
  'open-treaties': 'Open Treaties JSON',
}

/** The file that a text came from, and what its conversion changed or left out. */
export function SourceFile({
  text,
  isCurrent,
}: {
  readonly text: Text
  /** No newer version has taken its place. */
  readonly isCurrent: boolean
}): ReactNode {
  const { original, conversionNotes, importedAt, importedBy, language } = text
  const format = original.format === undefined ? '' : `, ${FORMATS[original.format] ?? original.format}`
  return (
    <div className={styles['list']}>
      <h3>{language === 'und' ? 'Text' : `Text in ${languageName(language)}`}</h3>
      <p dir="auto">{original.fileName}</p>
      <p className={styles['source']}>
        Imported by {importedBy}, {when(importedAt)}
        {format}
      </p>
      {conversionNotes.length > 0 && (
        <ul aria-label="What the conversion changed" className={styles['source']}>
          {conversionNotes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      {isCurrent && original.encoding !== undefined && (
        <Button onClick={() => void runCommand('agreement.encoding')}>Read in another encoding…</Button>
      )}
    </div>
  )
}

const LANGUAGES = new Intl.DisplayNames('en', { type: 'language' })

function languageName(tag: string): string {
  try {
    return LANGUAGES.of(tag) ?? tag
  } catch {
    // A file may state a language in words of its own.
    return tag
  }
}
