import { beforeEach, describe, expect, it } from 'vitest'
import { useHere } from './here.ts'
import { useJump, useNavigation } from './navigation.ts'
import { beginPicking, pickTo, togglePicked, usePicked } from './picked-provisions.ts'

const ORDER = ['preamble', 'art-1', 'art-2', 'art-3', 'art-4']
const picked = (): readonly string[] => usePicked.getState().ids

describe('what is picked', () => {
  it('is let go when words or an annotation are chosen: a key goes to what was chosen last', () => {
    for (const chosen of [{ annotationId: 'a' }, { span: { start: 1, end: 2 } }]) {
      togglePicked('art-1')
      useNavigation.setState({ annotationId: undefined, span: undefined })
      expect(picked()).toEqual(['art-1'])
      useNavigation.setState(chosen)
      expect(picked()).toEqual([])
    }
  })

  it('is let go when the reader goes elsewhere, or clicks in the text: what is out of sight is not coded', () => {
    const elsewhere = [
      () => useJump.setState({ offset: 40 }),
      () => useHere.setState({ here: { start: 40, end: 40 } }),
    ]
    for (const go of elsewhere) {
      togglePicked('art-1')
      expect(picked()).toEqual(['art-1'])
      go()
      expect(picked()).toEqual([])
    }
  })

  it('begins a run at the provision that the outline has just led to', () => {
    togglePicked('art-1')
    beginPicking('art-2')
    useJump.setState({ offset: 40 })
    pickTo('art-3', ORDER)
    expect(picked()).toEqual(['art-2', 'art-3'])
  })
})

describe('picking provisions', () => {
  beforeEach(() => beginPicking(undefined))

  it('adds one and takes it away', () => {
    togglePicked('art-1')
    togglePicked('art-3')
    expect(picked()).toEqual(['art-1', 'art-3'])
    togglePicked('art-1')
    expect(picked()).toEqual(['art-3'])
  })

  it('takes a run from where it began, in either direction', () => {
    beginPicking('art-2')
    pickTo('art-4', ORDER)
    expect(picked()).toEqual(['art-2', 'art-3', 'art-4'])
    pickTo('preamble', ORDER)
    expect(picked()).toEqual(['preamble', 'art-1', 'art-2'])
  })

  it('takes the one alone when nothing was begun', () => {
    pickTo('art-3', ORDER)
    expect(picked()).toEqual(['art-3'])
  })
})
