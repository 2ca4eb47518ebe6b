import { create } from 'zustand'
import type { Text } from '#domain/text/text.ts'
import type { TextId } from '#domain/shared/id.ts'
import { show, useNavigation } from './navigation.ts'

/** Which texts are read beside each other. */
export interface SideBySide {
  /** From left to right; empty while one text is read alone. */
  readonly panes: readonly TextId[]
  /** The one of them that was worked on last. */
  readonly workedOn: TextId | undefined
  /** Whether scrolling one moves the other to the same provision. */
  readonly scrollsTogether: boolean
}

const ALONE: SideBySide = { panes: [], workedOn: undefined, scrollsTogether: true }

/** What is read beside each other now. */
export const useSideBySide = create<SideBySide>(() => ALONE)

/** The texts on the screen when one is worked on: one that is there already is gone to, any other takes the place left. */
export function panesShowing({ panes, workedOn }: SideBySide, now: TextId): readonly TextId[] {
  if (panes.length < 2) return [now]
  if (panes.includes(now)) return panes
  return panes.map((textId) => (textId === workedOn ? now : textId))
}

/** Width below which two texts and all that stands beside them do not fit. CSS pixels. */
const ROOM_FOR_ALL = 1300

/** Reads another text beside the one that is worked on. */
export function readBeside(workedOn: TextId, other: TextId): void {
  useSideBySide.setState({ panes: [workedOn, other], workedOn })
  if (innerWidth < ROOM_FOR_ALL) useNavigation.setState({ inspectorOpen: false })
}

/** Reads the text that is worked on alone. */
export function readAlone(): void {
  useSideBySide.setState({ panes: [], workedOn: undefined })
}

/** Works on a text that is on the screen; the reader stands at a provision of it. */
export function workOn(text: Text, provisionId: string | undefined): void {
  show({ kind: 'agreement', agreementId: text.agreementId, textId: text.id })
  useNavigation.setState({ provisionId })
}
