import { ArchiveProblem } from './archive-problem.ts'

/** Longer names than any a library has. Characters. */
const LONGEST = 240

/**
 * The name of a file in an archive, from its bytes.
 *
 * @throws ArchiveProblem `bad-encoding` when they are not UTF-8; `bad-name` when the name is absolute, leads out of
 * the folder it is unpacked into, or means something else on another system (backslashes, drives, streams).
 */
export function entryName(bytes: Uint8Array): string {
  let name: string
  try {
    name = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (cause) {
    throw new ArchiveProblem('bad-encoding', undefined, { cause })
  }
  const path = name.endsWith('/') ? name.slice(0, -1) : name
  const isSafe =
    path.length > 0 &&
    path.length <= LONGEST &&
    !/[\\:\p{Cc}]/u.test(path) &&
    path.split('/').every(isSafePart)
  if (!isSafe) throw new ArchiveProblem('bad-name', name)
  return name
}

/** A part that is empty makes a name absolute; dots lead upwards; Windows drops spaces and dots at an end. */
function isSafePart(part: string): boolean {
  return part !== '' && !/[. ]$/.test(part)
}

/** What two names have in common that are one file on some systems. */
export function sameFileKey(name: string): string {
  return name.normalize('NFC').toLowerCase()
}
