import { describe, expect, it } from 'vitest'
import type { ElectronOrigin } from './electron-binary.ts'
import { COMMUNITY_FLAG, packable } from './release-electron.ts'

function binary(origin: ElectronOrigin) {
  return { executable: '/e/electron', folder: '/e', version: '42.0.0', origin }
}

describe('packable', () => {
  it('takes Electron’s own release', () => {
    expect(packable(binary('official'), ['--linux'])).toEqual(['--linux'])
  })

  it.each<ElectronOrigin>(['community', 'override'])('refuses the %s one, and says what to do', (origin) => {
    expect(() => packable(binary(origin), ['--linux'])).toThrow(COMMUNITY_FLAG)
  })

  it('takes another when told to, and keeps the flag to itself', () => {
    expect(packable(binary('community'), ['--linux', COMMUNITY_FLAG])).toEqual(['--linux'])
  })
})
