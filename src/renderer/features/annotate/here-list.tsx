import type { ReactNode } from 'react'
import { touches, type Annotation } from '#domain/annotation/annotation.ts'
import type { Theme } from '#domain/codebook/theme.ts'
import type { ThemeId } from '#domain/shared/id.ts'
import { ThemeChip } from '../../ui/theme-chip.tsx'
import { useHere } from '../../workspace/here.ts'
import { useNavigation } from '../../workspace/navigation.ts'
import styles from './here-list.module.css'
import { quoteExcerpt } from './quote-excerpt.ts'

/** Every annotation at the selected words or at the last click, when several lie over each other. */
export function HereList({
  annotations,
  themes,
}: {
  /** Those of the provision stood at. */
  readonly annotations: readonly Annotation[]
  readonly themes: ReadonlyMap<ThemeId, Theme>
}): ReactNode {
  const { span, annotationId } = useNavigation(({ span, annotationId }) => ({ span, annotationId }))
  const { here } = useHere()
  const place = span ?? here
  const there = place ? annotations.filter((a) => touches(a, place.start, place.end)) : []
  if (there.length < 2) return undefined
  return (
    <section className={styles['here']} aria-label="At this place">
      <h3>At this place ({there.length})</h3>
      <ul>
        {there.map((annotation) => (
          <li key={annotation.id}>
            <button
              type="button"
              aria-current={annotation.id === annotationId || undefined}
              onClick={() => useNavigation.setState({ annotationId: annotation.id, span: undefined })}
            >
              {annotation.themeIds.flatMap((id) => {
                const theme = themes.get(id)
                return theme ? [<ThemeChip key={id} theme={theme} withLabel={false} />] : []
              })}
              <span dir="auto">{quoteExcerpt(annotation.target.anchor.quote)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
