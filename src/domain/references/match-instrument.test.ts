import { describe, expect, it } from 'vitest'
import { instrumentMatcher, type Nameable } from './match-instrument.ts'

const LIBRARY: readonly Nameable[] = [
  { id: 'seas', title: 'Convention on the Law of the Inner Sea', signedOn: '1982-12-10' },
  { id: 'friends', title: 'Treaty of Friendship between Ardia and Belmark', signedOn: '1970-05-04' },
  { id: 'friends-2', title: 'Treaty of Friendship between Ardia and Corvania', signedOn: '1971' },
  { id: 'p1', title: 'Protocol I to the Harbour Convention' },
  { id: 'p2', title: 'Protocol II to the Harbour Convention' },
  { id: 'charter', title: 'Charter of the League of Ports', shortTitle: 'Ports Charter' },
]

const match = instrumentMatcher(LIBRARY)
const matched = (words: string): string | undefined => match(words)?.id

describe('the agreement that words name', () => {
  it.each([
    ['Convention on the Law of the Inner Sea', 'seas'],
    ['Convention on the Law of the Inner Sea of 10 December 1982', 'seas'],
    ['Ports Charter', 'charter'],
    ['Charter of the League of Ports', 'charter'],
    ['Treaty of Friendship between Ardia and Belmark of 4 May 1970', 'friends'],
    ['Protocol II to the Harbour Convention', 'p2'],
  ])('%s', (words, id) => expect(matched(words)).toBe(id))

  it.each([
    ['of another kind', 'Agreement on the Law of the Inner Sea'],
    ['of another date', 'Convention on the Law of the Inner Sea of 10 December 1958'],
    ['that fits two', 'Treaty of Friendship'],
    ['with too few words', 'Sea Convention'],
    ['with another number', 'Protocol III to the Harbour Convention'],
    ['that says less than a name', 'the Convention'],
  ])('is none for a name %s', (_, words) => expect(matched(words)).toBeUndefined())
})
