import { describe, expect, it } from 'vitest'
import { archiveArgument, waitingArchive } from './waiting-archive.ts'

describe('archiveArgument', () => {
  it.each<[string, string[], string | undefined]>([
    ['an absolute path', ['/usr/bin/pacta', '/home/ana/Treaties.pacta'], '/home/ana/Treaties.pacta'],
    ['a path from where the user stands', ['pacta', 'Treaties.PACTA'], '/here/Treaties.PACTA'],
    ['the last of several', ['pacta', '/a.pacta', '/b.pacta'], '/b.pacta'],
    ['an address', ['pacta', 'file:///home/ana/My%20treaties/%D0%94.pacta'], '/home/ana/My treaties/Д.pacta'],
    [
      'no address of another kind',
      ['pacta', 'https://example.org/a.pacta', 'file://host/a%2Fb.pacta'],
      undefined,
    ],
    ['no option', ['pacta', '--file=/a.pacta'], undefined],
    ['nothing else', ['pacta', '/a.txt', '.'], undefined],
  ])('finds %s', (_, args, found) => {
    expect(archiveArgument(args, '/here')).toBe(found)
  })
})

describe('waitingArchive', () => {
  it('gives an archive out once, the latest', () => {
    const waiting = waitingArchive()
    expect(waiting.take()).toBeUndefined()
    waiting.offer('/a.pacta')
    waiting.offer('/b.pacta')
    expect(waiting.take()).toBe('/b.pacta')
    expect(waiting.take()).toBeUndefined()
  })
})
