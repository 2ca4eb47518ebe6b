/**
 * The first of `count` places from which on something holds, found by halving; `count` if it holds nowhere. `holds` must
 * not cease to hold once it does.
 */
export function firstWhere(count: number, holds: (place: number) => boolean): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}
