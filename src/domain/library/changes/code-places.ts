import type { Annotation, VersionOf } from '../../annotation/annotation.ts'
import type { Author } from '../../shared/author.ts'
import type { AnnotationId, ProvisionId, TextId, ThemeId } from '../../shared/id.ts'
import { anchorOf } from '../../text/anchor.ts'
import type { Operation } from '../operation.ts'
import { addAnnotation, setThemes } from './annotation-changes.ts'

/** Words of a text, or a whole provision, to be given a theme. UTF-16 offsets, `end` exclusive. */
export interface Place {
  readonly start: number
  readonly end: number
  readonly provisionId?: ProvisionId
}

/** The text in which places are coded, with the annotations that it has. */
export interface PlacesIn {
  readonly textId: TextId
  readonly content: string
  readonly annotations: readonly Annotation[]
}

/**
 * Gives many places one theme: an annotation that is about just this place gets it, the others become annotations. A
 * place that has the theme already is left alone, so that coding twice does nothing.
 */
export function codePlaces(
  { textId, content, annotations }: PlacesIn,
  places: readonly Place[],
  themeId: ThemeId,
  by: { readonly author: Author; readonly versionOf: VersionOf; readonly newId: () => AnnotationId },
): Operation[] {
  const existing = new Map<string, Annotation>()
  for (const annotation of annotations) existing.set(keyOf(placeOf(annotation)), annotation)
  return places.flatMap((place) => {
    const there = existing.get(keyOf(place))
    if (there?.themeIds.includes(themeId)) return []
    if (there) return setThemes(there, [...there.themeIds, themeId], by.author, by.versionOf)
    const anchor = anchorOf(content, place.start, place.end)
    const { provisionId } = place
    const target =
      provisionId === undefined
        ? ({ kind: 'span', anchor } as const)
        : ({ kind: 'provision', provisionId, anchor } as const)
    return addAnnotation({ id: by.newId(), textId, target, themeIds: [themeId] }, by.author, by.versionOf)
  })
}

function placeOf({ target }: Annotation): Place {
  const { start, end } = target.anchor
  return target.kind === 'provision' ? { start, end, provisionId: target.provisionId } : { start, end }
}

/** A provision is itself wherever it stands; words are their offsets. */
function keyOf({ start, end, provisionId }: Place): string {
  return provisionId ?? `${start}:${end}`
}
