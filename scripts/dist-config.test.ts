import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { ROOT } from './steps.ts'

interface PackConfig {
  readonly files: readonly string[]
  readonly asar: boolean
  readonly publish: unknown
  readonly directories: { readonly buildResources: string }
  readonly extraMetadata: { readonly homepage: string }
  readonly fileAssociations: readonly Record<string, string>[]
  readonly electronFuses: Record<string, boolean>
  readonly linux: { readonly target: readonly string[]; readonly maintainer: string }
  readonly win: { readonly target: readonly string[] }
  readonly mac: { readonly target: readonly string[] }
}

// Safe: each of the tests below fails when a part is not what it is taken for.
const config = parse(readFileSync(join(ROOT, 'electron-builder.yml'), 'utf8')) as PackConfig
const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Record<string, unknown>

/** The width and the height that a PNG states of itself. */
function sizeOf(png: Buffer): readonly [number, number] {
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG')
  return [png.readUInt32BE(16), png.readUInt32BE(20)]
}

describe('what is packed for users', () => {
  it('opens .pacta files, and asks no server for anything', () => {
    expect(config.fileAssociations).toEqual([expect.objectContaining({ ext: 'pacta', role: 'Editor' })])
    expect(config.fileAssociations[0]?.['mimeType']).toMatch(/^application\/[\w.+-]+$/)
    expect(config.publish).toBeNull()
  })

  it('is the built application with its samples, and nothing that is installed for building it', () => {
    expect(manifest['main']).toBe('out/main/index.js')
    expect(manifest).not.toHaveProperty('dependencies')
    const taken = config.files.filter((pattern) => !pattern.startsWith('!'))
    expect(taken).toEqual(['out/**', 'package.json', 'resources/samples/**', 'resources/icon.png'])
    for (const pattern of taken.filter((one) => !one.startsWith('out')))
      expect([pattern, existsSync(join(ROOT, pattern.replace('/**', '')))]).toEqual([pattern, true])
    expect(config.asar).toBe(true)
  })

  it('has an icon as large as every system wants it', () => {
    const icon = readFileSync(join(ROOT, config.directories.buildResources, 'icon.png'))
    const [width, height] = sizeOf(icon)
    expect([width, width >= 512]).toEqual([height, true])
  })

  it('runs nothing but the application: no Node, no inspector, no other code', () => {
    expect(config.electronFuses).toMatchObject({
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      onlyLoadAppFromAsar: true,
      enableEmbeddedAsarIntegrityValidation: true,
    })
  })

  it('has what each format of each system asks for', () => {
    expect(config.linux.target).toEqual(['AppImage', 'deb'])
    expect(config.win.target).toEqual(['nsis'])
    expect(config.mac.target).toEqual(['dmg'])
    // A .deb is refused without these.
    expect(config.linux.maintainer).not.toBe('')
    expect(URL.canParse(config.extraMetadata.homepage)).toBe(true)
    expect(manifest['description']).toBeTruthy()
    expect(manifest['version']).toMatch(/^\d+\.\d+\.\d+$/)
  })
})
