import type { ReactNode } from 'react'
import type { Annotation } from '#domain/annotation/annotation.ts'
import type { Theme } from '#domain/codebook/theme.ts'
import type { ThemeId } from '#domain/shared/id.ts'
import { citationLabel } from '#domain/structure/citation-label.ts'
import type { TextModel } from '../../projection/library-model.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useNavigation } from '../../workspace/navigation.ts'
import type { AnnotationActions } from './annotation-actions.ts'
import { AnnotationCard } from './annotation-card.tsx'
import { useWriting } from './writing.ts'

/** The annotations that touch one provision, in reading order: everything the text shows, reachable by key. */
export function AnnotationList({
  annotations,
  model,
  themes,
  actions,
}: {
  readonly annotations: readonly Annotation[]
  readonly model: TextModel
  readonly themes: ReadonlyMap<ThemeId, Theme>
  readonly actions: AnnotationActions | undefined
}): ReactNode {
  const annotationId = useNavigation((state) => state.annotationId)
  const { writingId } = useWriting()
  if (annotations.length === 0) {
    return (
      <EmptyState title="Nothing is annotated here yet.">
        Select words in the text and press / to give them a theme, or N to write a note.
      </EmptyState>
    )
  }
  return (
    <ul aria-label="Annotations">
      {annotations.map((annotation) => (
        <AnnotationCard
          key={annotation.id}
          annotation={annotation}
          label={labelOf(annotation, model)}
          themes={themes}
          isSelected={annotation.id === annotationId}
          isWriting={annotation.id === writingId}
          actions={actions}
        />
      ))}
    </ul>
  )
}

function labelOf(annotation: Annotation, model: TextModel): string {
  const { target } = annotation
  // Of words the quotation says where they are.
  const provision = target.kind === 'provision' ? model.tree.find(target.provisionId) : undefined
  return provision ? citationLabel(model.tree, provision) : ''
}
