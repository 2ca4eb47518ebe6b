import { describe, expect, it } from 'vitest'
import { makeClient, type Client } from './client.ts'

/** A client over a bridge that says what it is told to. */
function scene(): {
  readonly client: Client
  readonly say: (message: string) => void
  readonly subscriptions: () => number
} {
  const heard: ((message: string) => void)[] = []
  const client = makeClient({
    invoke: () => Promise.resolve({ ok: true, output: undefined }),
    subscribe: (listener) => {
      heard.push(listener)
      return () => undefined
    },
  })
  return {
    client,
    say: (message) => heard.forEach((listener) => listener(message)),
    subscriptions: () => heard.length,
  }
}

const saved = JSON.stringify({ event: 'library.saving', payload: { state: 'saved' } })

describe('a client', () => {
  it('hears an event as often as it has listeners, and crosses the line once', () => {
    const { client, say, subscriptions } = scene()
    const heard: string[] = []
    const first = client.on('library.saving', ({ state }) => heard.push(`first ${state}`))
    client.on('library.saving', ({ state }) => heard.push(`second ${state}`))
    client.on('library.history', () => heard.push('history'))
    say(saved)
    first()
    say(saved)
    expect(heard).toEqual(['first saved', 'second saved', 'second saved'])
    expect(subscriptions()).toBe(1)
  })

  it.each([
    'nothing',
    '{}',
    'null',
    '{"event":"library.gone","payload":{}}',
    '{"event":"library.saving","payload":{"state":"on fire"}}',
    '{"event":"constructor","payload":{}}',
  ])('passes over what is no event of ours: %s', (message) => {
    const { client, say } = scene()
    let heard = 0
    client.on('library.saving', () => heard++)
    say(message)
    expect(heard).toBe(0)
  })
})
