import { describe, expect, it } from 'vitest'
import { fakeHost } from './fake-host.testing.ts'
import { rememberingYes } from './sandbox-verdict.ts'
import { tempFolder } from './temp-folder.testing.ts'

/** Answers in turn, and counts how often it was asked. */
function question(...answers: readonly boolean[]): { ask: () => Promise<boolean>; count: () => number } {
  let asked = 0
  return { ask: () => Promise.resolve(answers[asked++] ?? false), count: () => asked }
}

describe('rememberingYes', () => {
  it('asks once while the circumstances are the same', async () => {
    const host = fakeHost({ env: { PACTA_RUNTIME_CACHE: await tempFolder() } })
    const { ask, count } = question(true)
    expect(await rememberingYes(host, ['electron', 'boot 1'], ask)).toBe(true)
    expect(await rememberingYes(host, ['electron', 'boot 1'], ask)).toBe(true)
    expect(count()).toBe(1)
  })

  it('asks again when they have changed', async () => {
    const host = fakeHost({ env: { PACTA_RUNTIME_CACHE: await tempFolder() } })
    const { ask } = question(true, false)
    expect(await rememberingYes(host, ['electron', 'boot 1'], ask)).toBe(true)
    expect(await rememberingYes(host, ['electron', 'boot 2'], ask)).toBe(false)
  })

  it('never remembers a no', async () => {
    const host = fakeHost({ env: { PACTA_RUNTIME_CACHE: await tempFolder() } })
    const { ask } = question(false, true)
    expect(await rememberingYes(host, [], ask)).toBe(false)
    expect(await rememberingYes(host, [], ask)).toBe(true)
  })
})
