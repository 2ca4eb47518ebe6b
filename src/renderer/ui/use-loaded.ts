import { useCallback, useEffect, useState } from 'react'

/** What has been asked for: nothing while it is on its way. */
export interface Loaded<T> {
  readonly value: T | undefined
  readonly error: unknown
  /** Asks again; what is shown stays until the answer comes. */
  readonly reload: () => void
}

/** Asks for something when the component appears, when `load` changes, and when told to. */
export function useLoaded<T>(load: () => Promise<T>): Loaded<T> {
  const [state, setState] = useState<{ by?: unknown; value?: T; error?: unknown }>({})
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    let wanted = true
    load().then(
      (value) => wanted && setState({ by: load, value }),
      (error: unknown) => wanted && setState({ by: load, error }),
    )
    return () => {
      wanted = false
    }
  }, [load, turn])
  const reload = useCallback(() => setTurn((n) => n + 1), [])
  const current = state.by === load ? state : {}
  return { value: current.value, error: current.error, reload }
}
