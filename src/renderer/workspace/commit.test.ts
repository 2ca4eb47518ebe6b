import { describe, expect, it } from 'vitest'
import { PactaError, type ErrorCode } from '#contract/errors.ts'
import type { Transaction } from '#domain/library/record.ts'
import { makeCommit, type CommitParts } from './commit.ts'

function transaction(group: string): Transaction {
  return { action: 'annotation.add', group, operations: [] }
}

/** A main process that answers as the script says, one answer per call; after it, it saves. */
function scripted(...answers: (ErrorCode | 'ok')[]) {
  const saved: (string | undefined)[] = []
  const errors: unknown[] = []
  const timers: (() => void)[] = []
  const drafts: (string | undefined)[] = []
  const foreseen: ('shown' | 'taken back')[] = []
  const invoke = (call: string, sent: { transaction: Transaction }): Promise<{ seq: number } | undefined> => {
    if (call === 'drafts.keep') {
      drafts.push(sent.transaction.group)
      return Promise.resolve(undefined)
    }
    const answer = answers.shift() ?? 'ok'
    if (answer !== 'ok') return Promise.reject(new PactaError(answer))
    saved.push(sent.transaction.group)
    return Promise.resolve({ seq: saved.length })
  }
  const commit = makeCommit({
    libraryId: 'library',
    client: { invoke: invoke as unknown as CommitParts['client']['invoke'] },
    foresee: () => {
      foreseen.push('shown')
      return () => foreseen.push('taken back')
    },
    applied: () => Promise.resolve(),
    onError: (error) => errors.push(error),
    later: (work) => timers.push(work),
  })
  const tick = async (): Promise<void> => {
    timers.shift()?.()
    await new Promise((resolve) => setImmediate(resolve))
  }
  return { commit, saved, drafts, errors, tick, timers, foreseen }
}

describe('committing from a window', () => {
  it('saves and says so', async () => {
    const { commit, saved } = scripted()
    expect(await commit(transaction('a'))).toBe('saved')
    expect(saved).toEqual(['a'])
  })

  it('shows what it sends before it is saved, and lets that go when the answer has come', async () => {
    const { commit, foreseen } = scripted('disk-full')
    const outcome = commit(transaction('a'))
    expect(foreseen).toEqual(['shown'])
    expect(await outcome).toBe('waiting')
    expect(foreseen).toEqual(['shown', 'taken back'])
    expect(await commit(transaction('b'))).toBe('waiting')
    expect(foreseen, 'what was not sent is not foreseen').toHaveLength(2)
  })

  it('keeps what a full disk refuses, in order, and saves it when there is room', async () => {
    const { commit, saved, drafts, errors, tick, timers } = scripted('disk-full', 'disk-full', 'ok', 'ok')
    expect(await commit(transaction('a'))).toBe('waiting')
    expect(await commit(transaction('b'))).toBe('waiting')
    expect(drafts, 'what waits behind another is kept too, though it was never refused').toEqual(['b'])
    await tick()
    expect(saved).toEqual([])
    await tick()
    expect(saved).toEqual(['a', 'b'])
    expect(errors).toEqual([])
    expect(timers).toEqual([])
    expect(await commit(transaction('c'))).toBe('saved')
  })

  it('reports what cannot be saved at any time, and goes on with the rest', async () => {
    const { commit, saved, errors, tick } = scripted('disk-full', 'changed-elsewhere', 'ok')
    await commit(transaction('a'))
    await commit(transaction('b'))
    await tick()
    expect(errors).toMatchObject([{ code: 'changed-elsewhere' }])
    expect(saved).toEqual(['b'])
  })

  it('sends nothing to another library: what waits stays with its own, as drafts', async () => {
    const { commit, saved, errors, tick, timers } = scripted('disk-full', 'another-library')
    await commit(transaction('a'))
    await commit(transaction('b'))
    await tick()
    expect(errors).toMatchObject([{ code: 'another-library' }])
    expect(saved).toEqual([])
    expect(timers).toEqual([])
  })
})
