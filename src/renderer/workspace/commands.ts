import { useLayoutEffect } from 'react'
import { COMMAND_IDS, type CommandId } from '#contract/commands.ts'

type Run = () => void

const handlers = new Map<CommandId, Run[]>()
const listeners = new Set<() => void>()

/** Says how a command is done, as long as it can be done; the latest that said so is asked. */
export function provideCommand(id: CommandId, run: Run): () => void {
  handlers.set(id, [...(handlers.get(id) ?? []), run])
  tell()
  return () => {
    handlers.set(
      id,
      (handlers.get(id) ?? []).filter((other) => other !== run),
    )
    tell()
  }
}

/** Does a command; false when nothing on screen can do it now. */
export function runCommand(id: CommandId): boolean {
  const run = handlers.get(id)?.at(-1)
  run?.()
  return run !== undefined
}

/** The commands that can be done now, in the order of their table. */
export function availableCommands(): CommandId[] {
  return COMMAND_IDS.filter((id) => (handlers.get(id)?.length ?? 0) > 0)
}

/** Tells when the available commands change. */
export function onCommandsChanged(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Provides a command while the component is shown and `run` is given: what is on the screen answers its keys. */
export function useCommand(id: CommandId, run: Run | undefined): void {
  useLayoutEffect(() => (run ? provideCommand(id, run) : undefined), [id, run])
}

function tell(): void {
  for (const listener of listeners) listener()
}
