import type { ProvisionTree } from './tree.ts'

/**
 * Whether a stretch is of the number that a paragraph or a point is printed with, `(c)`, and not of its words. What has a
 * heading is named, and its name is read. UTF-16 offsets.
 */
export function isPrintedNumber(
  tree: ProvisionTree,
  { start, end }: { readonly start: number; readonly end: number },
): boolean {
  const provision = tree.at(start)
  if (!provision || provision.heading !== undefined) return false
  return ['paragraph', 'point', 'recital'].includes(provision.kind) && end <= provision.textStart
}
