// Made once: making one takes longer than a whole list of annotations takes to be drawn.
const TO_THE_MINUTE = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' })
const TO_THE_DAY = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' })

/** When something happened, to the minute, as people write it here: "24 Nov 2026, 10:32". */
export function when(instant: string): string {
  return TO_THE_MINUTE.format(new Date(instant))
}

/** The day on which something happened: "24 Nov 2026". */
export function onDay(instant: string): string {
  return TO_THE_DAY.format(new Date(instant))
}
