import { withThemes, type Annotation, type VersionOf } from '../../annotation/annotation.ts'
import { isRethemed, type Retheming } from '../../codebook/retheming.ts'
import type { Theme, Codebook } from '../../codebook/theme.ts'
import type { Themes } from '../../codebook/theme-tree.ts'
import type { Author } from '../../shared/author.ts'
import type { CodebookId } from '../../shared/id.ts'
import { change, type Operation } from '../operation.ts'

/** What changes to themes look at: every theme and every annotation of the library, those in the trash too. */
export interface Codings {
  readonly codebooks: ReadonlyMap<CodebookId, Codebook>
  readonly themes: Themes
  readonly annotations: readonly Annotation[]
}

/** Tells the version of a theme's codebook that is worked with now. */
export function versionsInForce({ codebooks, themes }: Omit<Codings, 'annotations'>): VersionOf {
  return (themeId) => codebooks.get(themes.get(themeId)?.codebookId ?? '')?.version
}

/**
 * The annotations under other themes. Those in the trash follow too, so that one that is restored does not come back
 * with a theme that is gone.
 */
export function rethemed(
  codings: Codings,
  retheming: Retheming,
  author: Author,
  created?: Theme,
): Operation[] {
  const inForce = versionsInForce(codings)
  const versionOf: VersionOf = (id) =>
    created?.id === id ? codings.codebooks.get(created.codebookId)?.version : inForce(id)
  return codings.annotations
    .filter((annotation) => isRethemed(annotation, retheming))
    .flatMap((annotation) => {
      const after = withThemes(annotation, retheming(annotation), versionOf, author)
      return change('annotation', annotation, { ...after, updatedAt: author.at, updatedBy: author.name })
    })
}
