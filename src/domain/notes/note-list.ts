import { displayTitle, type Agreement } from '../agreement/agreement.ts'
import type { Annotation } from '../annotation/annotation.ts'
import { themeName, type Theme } from '../codebook/theme.ts'
import { plainText, type RichText } from '../rich-text/rich-text.ts'
import type { AgreementId, AnnotationId, CodebookId, TextId, ThemeId } from '../shared/id.ts'
import { isKept } from '../shared/trash.ts'
import type { Anchor } from '../text/anchor.ts'
import { foldWords } from '../text/folded-text.ts'
import type { Text } from '../text/text.ts'

/** What a note is about. */
export type NoteSubject =
  | { readonly kind: 'agreement'; readonly agreementId: AgreementId }
  | {
      readonly kind: 'annotation'
      readonly annotationId: AnnotationId
      readonly agreementId: AgreementId
      readonly textId: TextId
      readonly anchor: Anchor
      /** Whether it is about a provision as a whole. */
      readonly isWhole: boolean
    }
  | { readonly kind: 'theme'; readonly themeId: ThemeId; readonly codebookId: CodebookId }

/** A note of the library, wherever it stands. */
export interface ListedNote {
  /** Unlike that of any other note. */
  readonly key: string
  readonly subject: NoteSubject
  /** The agreement's title, or the theme's name. */
  readonly title: string
  readonly note: RichText
  /** The words of the note alone. */
  readonly words: string
}

/** What notes are gathered from. */
export interface NoteBearers {
  readonly agreements: Iterable<Agreement>
  readonly texts: ReadonlyMap<TextId, Text>
  readonly themes: Iterable<Theme>
  readonly annotations: Iterable<Annotation>
}

/**
 * Every note that is not in the trash: of each agreement first its own and then those of its passages in the order
 * of the text, agreements by title; then those of themes.
 */
export function listNotes({ agreements, texts, themes, annotations }: NoteBearers): ListedNote[] {
  const passages = new Map<AgreementId, ListedNote[]>()
  const kept = new Map([...agreements].filter(isKept).map((agreement) => [agreement.id, agreement]))
  for (const { id, textId, target, note, ...rest } of annotations) {
    const text = texts.get(textId)
    const agreement = text && isKept(text) ? kept.get(text.agreementId) : undefined
    if (!note || !agreement || !isKept(rest)) continue
    const subject = {
      kind: 'annotation' as const,
      annotationId: id,
      agreementId: agreement.id,
      textId,
      anchor: target.anchor,
      isWhole: target.kind === 'provision',
    }
    const listed = listedNote(id, subject, displayTitle(agreement), note)
    const others = passages.get(agreement.id)
    if (others) others.push(listed)
    else passages.set(agreement.id, [listed])
  }
  const byTitle = [...kept.values()].sort((a, b) => displayTitle(a).localeCompare(displayTitle(b)))
  return [
    ...byTitle.flatMap((agreement) => {
      const { id, note } = agreement
      const own = note
        ? [listedNote(id, { kind: 'agreement' as const, agreementId: id }, displayTitle(agreement), note)]
        : []
      return [...own, ...(passages.get(id) ?? []).sort((a, b) => startOf(a) - startOf(b))]
    }),
    ...[...themes].filter(isKept).flatMap((theme) => {
      const { id, codebookId, note } = theme
      return note ? [listedNote(id, { kind: 'theme', themeId: id, codebookId }, themeName(theme), note)] : []
    }),
  ]
}

/**
 * The notes in which every word typed is found, in the note, in what it is called or in the words it is about.
 * Capitals, accents and the ways to write one letter or digit make no difference.
 */
export function searchNotes(notes: readonly ListedNote[], typed: string): ListedNote[] {
  const wanted = foldWords(typed).split(/\s+/).filter(Boolean)
  return notes.filter(({ words, title, subject }) => {
    const quote = subject.kind === 'annotation' ? subject.anchor.quote : ''
    const all = foldWords(`${words}\n${title}\n${quote}`)
    return wanted.every((word) => all.includes(word))
  })
}

function listedNote(key: string, subject: NoteSubject, title: string, note: RichText): ListedNote {
  return { key: `${subject.kind}/${key}`, subject, title, note, words: plainText(note.blocks) }
}

function startOf({ subject }: ListedNote): number {
  return subject.kind === 'annotation' ? subject.anchor.start : -1
}
