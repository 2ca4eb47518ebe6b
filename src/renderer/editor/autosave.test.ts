import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { makeAutosave } from './autosave.ts'

beforeEach(() => {
  vi.useFakeTimers()
})

afterEach(() => {
  vi.useRealTimers()
})

/** A disk that takes or refuses, and counts. */
function disk(...answers: boolean[]) {
  const saves: number[] = []
  const save = (): Promise<boolean> => {
    saves.push(Date.now())
    return Promise.resolve(answers.shift() ?? true)
  }
  return { saves, autosave: makeAutosave(save) }
}

describe('autosave', () => {
  it('saves once, soon after the last letter', async () => {
    const { saves, autosave } = disk()
    autosave.touch()
    await vi.advanceTimersByTimeAsync(300)
    autosave.touch()
    await vi.advanceTimersByTimeAsync(390)
    expect(saves).toHaveLength(0)
    await vi.advanceTimersByTimeAsync(20)
    expect(saves).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(5000)
    expect(saves).toHaveLength(1)
  })

  it('does not wait for whoever types without a pause: nothing is unsaved for a second', async () => {
    const { saves, autosave } = disk()
    const start = Date.now()
    for (let ms = 0; ms < 3000; ms += 100) {
      autosave.touch()
      await vi.advanceTimersByTimeAsync(100)
    }
    const times = [start, ...saves]
    for (const [i, time] of saves.entries()) expect(time - (times[i] ?? 0)).toBeLessThan(1000)
    expect(saves.length).toBeGreaterThanOrEqual(3)
  })

  it('hands over what is typed while the disk hangs: nothing is in the window alone for a second', async () => {
    const answers: ((taken: boolean) => void)[] = []
    const calls: number[] = []
    const autosave = makeAutosave(() => {
      calls.push(Date.now())
      return new Promise((resolve) => {
        answers.push(resolve)
      })
    })
    autosave.touch()
    await vi.advanceTimersByTimeAsync(500)
    expect(calls).toHaveLength(1)
    for (let ms = 0; ms < 3000; ms += 100) {
      autosave.touch()
      await vi.advanceTimersByTimeAsync(100)
    }
    for (const [i, time] of calls.slice(1).entries()) expect(time - (calls[i] ?? 0)).toBeLessThan(1000)
    expect(calls.length).toBeGreaterThanOrEqual(4)
    const before = calls.length
    answers[0]?.(true)
    await vi.advanceTimersByTimeAsync(1000)
    expect(calls.length, 'what was typed since is saved').toBeGreaterThan(before)
  })

  it('saves at once when asked to, and only what is unsaved', async () => {
    const { saves, autosave } = disk()
    autosave.touch()
    await autosave.flush()
    await autosave.flush()
    expect(saves).toHaveLength(1)
  })

  it('tries again until the disk takes it', async () => {
    const { saves, autosave } = disk(false, false, true)
    autosave.touch()
    await autosave.flush()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(saves).toHaveLength(3)
  })
})
