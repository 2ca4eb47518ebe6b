import { describe, expect, it } from 'vitest'
import { requireSpace } from './require-space.ts'

const file = { name: 'treaty.txt', bytes: new Uint8Array(1_000_000) }

function disk(free: number | undefined) {
  return { freeBytes: () => Promise.resolve(free) }
}

describe('requireSpace', () => {
  it('refuses a file for which the disk has no room, and says how much there is', async () => {
    await expect(requireSpace(disk(3_000_000), '/x', file)).rejects.toMatchObject({
      code: 'disk-space',
      details: { name: 'treaty.txt', free: '3.0 MB', needed: '5.0 MB' },
    })
  })

  it('lets a file in that fits, and any where the system does not say', async () => {
    await expect(requireSpace(disk(6_000_000), '/x', file)).resolves.toBeUndefined()
    await expect(requireSpace(disk(undefined), '/x', file)).resolves.toBeUndefined()
  })
})
