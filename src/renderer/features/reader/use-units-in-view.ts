import { useEffect, useState, type RefObject } from 'react'
import type { ProvisionId } from '#domain/shared/id.ts'

/** How far beyond the screen units count as in view: what is marked there is painted before it is seen. */
const MARGIN = '600px 0px'

/** The units near the screen. Only they carry marks: cost does not grow with the length of the agreement. */
export function useUnitsInView(
  scroller: RefObject<HTMLElement | null>,
  units: unknown,
): ReadonlySet<ProvisionId> {
  const [inView, setInView] = useState<ReadonlySet<ProvisionId>>(new Set())
  useEffect(() => {
    const root = scroller.current
    if (!root) return undefined
    const near = new Set<ProvisionId>()
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          const id = target.getAttribute('data-unit') ?? ''
          if (isIntersecting) near.add(id)
          else near.delete(id)
        }
        setInView(new Set(near))
      },
      { root, rootMargin: MARGIN },
    )
    for (const element of root.querySelectorAll('[data-unit]')) observer.observe(element)
    return () => observer.disconnect()
  }, [scroller, units])
  return inView
}
