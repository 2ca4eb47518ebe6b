import { useCallback, useState, type ReactNode } from 'react'
import type { Text } from '#domain/text/text.ts'
import { useCommand } from '../../workspace/commands.ts'
import { notifyStep } from '../../workspace/notify.ts'
import { readAlone, readBeside, useSideBySide } from '../../workspace/side-by-side.ts'
import { BesidePicker } from './beside-picker.tsx'

/** Reading two texts beside each other: choosing the second, going from one to the other, and ending it. */
export function BesideCommands({
  text,
  onOtherSide,
}: {
  readonly text: Text
  /** Works on the other one; nothing while one text is read alone. */
  readonly onOtherSide: (() => void) | undefined
}): ReactNode {
  const [isChoosing, setChoosing] = useState(false)
  useCommand(
    'view.beside',
    useCallback(() => setChoosing(true), []),
  )
  useCommand('view.otherSide', onOtherSide)
  useCommand('view.oneText', onOtherSide && readAlone)
  useCommand('view.scrollTogether', onOtherSide && toggleTogether)
  if (!isChoosing) return undefined
  return (
    <BesidePicker
      text={text}
      onChoose={(other) => readBeside(text.id, other)}
      onClose={() => setChoosing(false)}
    />
  )
}

function toggleTogether(): void {
  useSideBySide.setState(({ scrollsTogether }) => ({ scrollsTogether: !scrollsTogether }))
  const { scrollsTogether } = useSideBySide.getState()
  notifyStep(scrollsTogether ? 'Both texts scroll together.' : 'Each text scrolls by itself.')
}
