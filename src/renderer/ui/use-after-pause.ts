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

/**
 * A value that follows at once when it is of something else (another `key`), and otherwise when it has stood still for a
 * while: for counts beside what is worked on, which must not keep a key waiting.
 */
export function useSettled<T>(value: T, key: unknown, milliseconds: number): T {
  const [settled, setSettled] = useState({ key, value })
  useEffect(() => {
    const timer = setTimeout(
      () => setSettled((last) => (last.key === key && last.value === value ? last : { key, value })),
      milliseconds,
    )
    return () => clearTimeout(timer)
  }, [value, key, milliseconds])
  return settled.key === key ? settled.value : value
}
