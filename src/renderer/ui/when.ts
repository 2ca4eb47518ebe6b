/** When something happened, to the minute, as people write it here: "24 Nov 2026, 10:32". */
export function when(instant: string): string {
  return new Date(instant).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' })
}
