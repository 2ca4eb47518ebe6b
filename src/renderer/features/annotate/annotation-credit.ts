import { giverOf, type Annotation } from '#domain/annotation/annotation.ts'
import type { Theme } from '#domain/codebook/theme.ts'
import type { ThemeId } from '#domain/shared/id.ts'
import { onDay, when } from '../../ui/when.ts'

/** Who made an annotation, with what, and when: in few words, and in all of them. */
export interface Credit {
  readonly short: string
  readonly full: string
}

/** Names the analyst, those who gave other themes since, and the version of the codebook that was worked with. */
export function creditOf(annotation: Annotation, themes: ReadonlyMap<ThemeId, Theme>): Credit {
  const { createdBy, createdAt, updatedBy, updatedAt, themeIds, codedUnder = {} } = annotation
  const codeOf = (id: ThemeId): string => themes.get(id)?.code ?? 'a theme'
  const others = themeIds.filter((id) => giverOf(annotation, id).name !== createdBy)
  const versions = new Set(themeIds.flatMap((id) => codedUnder[id] ?? []))
  const [version] = versions
  const short = [
    `${createdBy}, ${onDay(createdAt)}`,
    ...others.map((id) => `${codeOf(id)} by ${giverOf(annotation, id).name}`),
    ...(version === undefined
      ? []
      : versions.size === 1
        ? [`codebook version ${version}`]
        : themeIds.flatMap((id) =>
            codedUnder[id] === undefined ? [] : [`${codeOf(id)} version ${codedUnder[id]}`],
          )),
  ]
  const full = [
    `Made by ${createdBy}, ${when(createdAt)}`,
    ...themeIds.map((id) => {
      const giver = giverOf(annotation, id)
      return `${codeOf(id)} given by ${giver.name}, ${when(giver.at)}`
    }),
    ...(updatedAt === undefined ? [] : [`Changed ${updatedBy ? `by ${updatedBy}, ` : ''}${when(updatedAt)}`]),
  ]
  return { short: short.join(' · '), full: full.join('\n') }
}
