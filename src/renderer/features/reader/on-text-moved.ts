/**
 * Tells when the words of a unit may stand elsewhere in it: the window, the measure, the letters or a font have changed.
 * Returns how to hear no more of it.
 */
export function onTextMoved(unit: Element, listener: () => void): () => void {
  // An observer's first call mostly says what is known. But a panel may have opened between the measuring and this frame.
  const width = unit.clientWidth
  let isFirst = true
  const observer = new ResizeObserver(() => {
    if (!isFirst || unit.clientWidth !== width) listener()
    isFirst = false
  })
  observer.observe(unit)
  // A shorter measure moves the column without making the unit smaller.
  const column = unit.querySelector('h3, [data-provision]')
  if (column) observer.observe(column)
  document.fonts.addEventListener('loadingdone', listener)
  return () => {
    observer.disconnect()
    document.fonts.removeEventListener('loadingdone', listener)
  }
}
