import { describe, expect, it } from 'vitest'
import { isConflictCopy } from './conflict-copies.ts'

const HASH = 'a'.repeat(64)

describe('isConflictCopy', () => {
  it.each([
    ['root', 'library (Ana’s conflicted copy 2026-01-02).json'],
    ['root', 'library (1).json'],
    ['root', 'library-DESKTOP-7F3K2.json'],
    ['root', 'library.sync-conflict-20260102-030405-ABCDEFG.json'],
    ['root', 'library (Конфликтующая копия 2026-01-02).json'],
    ['root', 'library (Copia en conflicto de Ana).json'],
    ['root', 'library 2.json'],
    ['root', 'lock (1)'],
    ['root', 'journal (conflicted copy)'],
    ['journal', '000001 (Copie en conflit de Ana 2026-01-02).jsonl'],
    ['journal', '000001-DESKTOP-7F3K2.jsonl'],
    ['journal', '000001 (1).jsonl'],
    ['journal', '000001.sync-conflict-20260102-030405-ABCDEFG.jsonl'],
    ['journal', '000001.jsonl.orig'],
    ['journal', '000001 (冲突副本).jsonl.gz'],
    ['snapshots', '000001200 (1).json.gz'],
    ['snapshots', '000001200.json (SfConflict ana 2026-01-02).gz'],
    ['sources', `${HASH} (1)`],
    ['sources', `${HASH}-MacBook`],
  ] as const)('in %s: %s', (part, name) => {
    expect(isConflictCopy(part, name)).toBe(true)
  })

  it.each([
    ['root', 'library.json'],
    ['root', 'lock'],
    ['root', 'lock.stale-token'],
    ['root', 'journal'],
    ['root', 'notes about the library.txt'],
    ['root', '.pacta-tmp-library.json.abc'],
    ['journal', '000001.jsonl'],
    ['journal', '1000001.jsonl'],
    ['journal', '000001.jsonl.gz'],
    ['journal', '000001.jsonl.gz.sha256'],
    ['snapshots', '000001200.json.gz'],
    ['snapshots', '000001200.json.gz.sha256'],
    ['sources', HASH],
  ] as const)('not a file of the library in %s: %s', (part, name) => {
    expect(isConflictCopy(part, name)).toBe(false)
  })
})
