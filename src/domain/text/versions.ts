import type { AgreementId, TextId } from '../shared/id.ts'
import { isKept } from '../shared/trash.ts'
import type { Text } from './text.ts'

/** The texts of an agreement that are worked with, one for each language: kept, and not replaced by a newer version. */
export function currentTexts(texts: ReadonlyMap<TextId, Text>, agreementId: AgreementId): Text[] {
  const kept = [...texts.values()].filter((text) => text.agreementId === agreementId && isKept(text))
  const replaced = new Set(kept.map((text) => text.replaces))
  return kept.filter((text) => !replaced.has(text.id))
}

/** The versions that a text has replaced, the latest first. */
export function earlierVersions(texts: ReadonlyMap<TextId, Text>, text: Text): Text[] {
  const versions: Text[] = []
  const seen = new Set([text.id])
  let at = text.replaces
  while (at !== undefined && !seen.has(at)) {
    seen.add(at)
    const version = texts.get(at)
    if (version && isKept(version)) versions.push(version)
    at = version?.replaces
  }
  return versions
}

/** The version that is worked with in the place of a text: the text itself when nothing has replaced it. */
export function latestVersion(texts: ReadonlyMap<TextId, Text>, text: Text): Text {
  return (
    currentTexts(texts, text.agreementId).find((current) =>
      earlierVersions(texts, current).some((earlier) => earlier.id === text.id),
    ) ?? text
  )
}
