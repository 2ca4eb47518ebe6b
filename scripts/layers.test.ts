import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { importsBelow, violations } from './layers.ts'

const root = resolve(import.meta.dirname, '..', 'src')

describe('the layers', () => {
  const imports = importsBelow(root)

  it('are seen at all', () => {
    expect(imports.length).toBeGreaterThan(300)
    expect(imports).toContainEqual({ file: 'preload/index.ts', target: 'electron' })
  })

  it('are kept: nothing imports what its layer may not', () => {
    // Style sheets and fonts are the bundler's business.
    const code = imports.filter(({ target }) => !/\.(?:css|json)$/.test(target))
    expect(violations(root, code)).toEqual([])
  })

  it.each([
    ['domain/library/apply.ts', 'node:fs'],
    ['domain/library/apply.ts', '#contract/errors.ts'],
    ['domain/library/apply.ts', 'zod'],
    ['contract/calls.ts', '#main/dispatch.ts'],
    ['main/library/journal.ts', 'electron'],
    ['main/dispatch.ts', './shell/ipc.ts'],
    ['renderer/features/reader/outline.tsx', '../brief/brief-page.tsx'],
    ['renderer/projection/projection.ts', 'react'],
    ['renderer/ui/button.tsx', '../workspace/notify.ts'],
    ['renderer/app/app.tsx', 'node:fs'],
    ['preload/index.ts', '#domain/library/apply.ts'],
  ])('would not let %s import %s', (file, target) => {
    expect(violations(root, [{ file, target }])).toHaveLength(1)
  })
})
