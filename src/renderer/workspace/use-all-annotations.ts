import { useEffect, useState } from 'react'
import type { Annotation } from '#domain/annotation/annotation.ts'
import { notifyError } from './notify.ts'
import { useWorkspace } from './workspace.ts'

/** Every annotation of the library, kept up to date; nothing while they are read for the first time. */
export function useAllAnnotations(): readonly Annotation[] | undefined {
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
    read()
    const stop = projection.onMarks(read)
    return () => {
      isWanted = false
      stop()
    }
  }, [projection])
  return annotations
}
