import { describe, expect, it } from 'vitest'
import { COMMAND_IDS, describeCommand } from '#contract/commands.ts'
import { commandOfKey, printedKeys, type KeyPress } from './keys.ts'

type Modifier = 'ctrl' | 'meta' | 'shift' | 'alt'

function press(key: string, ...modifiers: Modifier[]): KeyPress {
  return pressed(key, '', ...modifiers)
}

function pressed(key: string, code: string, ...modifiers: Modifier[]): KeyPress {
  return {
    key,
    code,
    ctrlKey: modifiers.includes('ctrl'),
    metaKey: modifiers.includes('meta'),
    shiftKey: modifiers.includes('shift'),
    altKey: modifiers.includes('alt'),
  }
}

describe('commandOfKey', () => {
  it.each([
    [press('k', 'ctrl'), 'view.palette'],
    [press('z', 'ctrl'), 'edit.undo'],
    [press('Z', 'ctrl', 'shift'), 'edit.redo'],
    [press('y', 'ctrl'), 'edit.redo'],
    [press('/'), 'annotate.theme'],
    [press('?', 'shift'), 'help.shortcuts'],
    [press('j'), 'go.next'],
    [press('F1'), 'help.guide'],
  ])('%j means %s', (key, command) => {
    expect(commandOfKey(key, false, false)).toBe(command)
  })

  it('leaves letters to whoever types, but not Ctrl', () => {
    expect(commandOfKey(press('j'), false, true)).toBeUndefined()
    expect(commandOfKey(press('/'), false, true)).toBeUndefined()
    expect(commandOfKey(press('k', 'ctrl'), false, true)).toBe('view.palette')
  })

  it.each([
    [pressed('л', 'KeyK', 'ctrl'), 'view.palette'],
    [pressed('Я', 'KeyZ', 'ctrl', 'shift'), 'edit.redo'],
    [pressed('о', 'KeyJ'), 'go.next'],
    [pressed('Г', 'KeyU', 'shift'), 'go.previousUncoded'],
    [pressed('ل', 'KeyG'), 'go.address'],
    [pressed('؟', 'Slash', 'shift'), 'help.shortcuts'],
    [pressed('&', 'Digit1', 'ctrl'), 'view.sidebar'],
  ])('%j means %s on a keyboard of another script', (key, command) => {
    expect(commandOfKey(key, false, false)).toBe(command)
  })

  it('leaves letters of every script to whoever types', () => {
    expect(commandOfKey(pressed('о', 'KeyJ'), false, true)).toBeUndefined()
    expect(commandOfKey(pressed('ю', 'Period'), false, true)).toBeUndefined()
    expect(commandOfKey(pressed('л', 'KeyK', 'ctrl'), false, true)).toBe('view.palette')
  })

  it('takes ⌘ on a Mac and Ctrl elsewhere', () => {
    expect(commandOfKey(press('k', 'meta'), true, false)).toBe('view.palette')
    expect(commandOfKey(press('k', 'ctrl'), true, false)).toBeUndefined()
    expect(commandOfKey(press('k', 'meta'), false, false)).toBeUndefined()
    expect(commandOfKey(press('k', 'ctrl', 'alt'), false, false)).toBeUndefined()
  })
})

describe('the table of commands', () => {
  it('gives no two commands the same keys', () => {
    const keys = COMMAND_IDS.map((id) => describeCommand(id).keys).filter((k) => k !== undefined)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('prints keys as the system does', () => {
    expect(printedKeys('edit.redo', false)).toBe('Ctrl+Shift+Z')
    expect(printedKeys('edit.redo', true)).toBe('⌘⇧Z')
    expect(printedKeys('library.close', true)).toBeUndefined()
  })
})
