import { useEffect, useState } from 'react'
import { onFlush } from '../workspace/flush.ts'
import { makeAutosave, type Autosave } from './autosave.ts'

/**
 * An autosave that lives as long as the component, always asks the latest `save`, and saves once more when the
 * component or the window goes.
 */
export function useAutosave(save: () => Promise<boolean>): Autosave {
  const [latest] = useState(() => new Map([['save', save]]))
  useEffect(() => {
    latest.set('save', save)
  }, [latest, save])
  const [autosave] = useState(() => makeAutosave(() => latest.get('save')?.() ?? Promise.resolve(true)))
  useEffect(() => {
    const end = onFlush(() => autosave.flush())
    return () => {
      end()
      void autosave.flush()
    }
  }, [autosave])
  return autosave
}
