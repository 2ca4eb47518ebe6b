import type { ReadingPlace } from '#domain/structure/corresponding.ts'

/** How far below the upper edge the line is that is read: where a jump puts the beginning of a unit. CSS pixels. */
const READING_LINE = 81

/** The unit at the line that is read, and how much of it is above the line. */
export function placeIn(root: HTMLElement): ReadingPlace | undefined {
  const line = root.getBoundingClientRect().top + READING_LINE
  for (const unit of root.querySelectorAll<HTMLElement>('[data-unit]')) {
    const { top, bottom, height } = unit.getBoundingClientRect()
    if (bottom <= line) continue
    // A jump may have left the line where nothing is drawn yet.
    if (top > line && unit.dataset['index'] !== '0') return undefined
    const share = height > 0 ? Math.max(0, line - top) / height : 0
    return { unitId: unit.dataset['unit'] ?? '', share }
  }
  return undefined
}

/** Scrolls to a place; false when its unit is not drawn. */
export function moveTo(root: HTMLElement, { unitId, share }: ReadingPlace): boolean {
  const unit = unitIn(root, unitId)
  if (!unit) return false
  const { top, height } = unit.getBoundingClientRect()
  root.scrollTop += top + share * height - root.getBoundingClientRect().top - READING_LINE
  return true
}

/** Whether any of a unit is on the screen. */
export function isOnScreen(root: HTMLElement, unitId: string): boolean {
  const box = unitIn(root, unitId)?.getBoundingClientRect()
  const screen = root.getBoundingClientRect()
  return box !== undefined && box.top < screen.bottom && box.bottom > screen.top
}

function unitIn(root: HTMLElement, unitId: string): Element | null {
  return root.querySelector(`[data-unit="${CSS.escape(unitId)}"]`)
}
