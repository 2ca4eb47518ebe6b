import { useEffect, useState } from 'react'
import type { Annotation } from '#domain/annotation/annotation.ts'
import { notifyError } from './notify.ts'
import { useWorkspace } from './workspace.ts'

/**
 * Every annotation of the library, kept up to date; nothing while they are read for the first time. With a pause
 * they are read only when nothing has changed for so many milliseconds.
 */
export function useAllAnnotations(pauseMs = 0): readonly Annotation[] | undefined {
  const { projection } = useWorkspace()
  const [annotations, setAnnotations] = useState<readonly Annotation[]>()
  useEffect(() => {
    let isWanted = true
    const read = (): void => {
      projection
        .allAnnotations()
        .then((all) => isWanted && setAnnotations(all))
        .catch(notifyError)
    }
    let timer: ReturnType<typeof setTimeout> | undefined
    const readAfterPause = (): void => {
      clearTimeout(timer)
      timer = setTimeout(read, pauseMs)
    }
    readAfterPause()
    const stop = projection.onMarks(readAfterPause)
    return () => {
      isWanted = false
      clearTimeout(timer)
      stop()
    }
  }, [projection, pauseMs])
  return annotations
}
