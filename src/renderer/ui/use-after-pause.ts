import { useEffect, useState } from 'react'

/**
 * A value as it was when it had last stood still for a while; nothing before it has for the first time. For what is
 * costly to draw and need not be new.
 */
export function useAfterPause<T>(value: T, milliseconds: number): T | undefined {
  const [settled, setSettled] = useState<T>()
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), milliseconds)
    return () => clearTimeout(timer)
  }, [value, milliseconds])
  return settled
}
