import { create } from 'zustand'
import type { Client } from '#contract/client.ts'
import type { Task } from '#contract/events.ts'
import type { EventPayload } from '#contract/events.ts'
import type { Problem } from '#contract/problem.ts'
import { flushAll } from '../workspace/flush.ts'
import { runCommand } from '../workspace/commands.ts'
import { dropUndo, notify } from '../workspace/notify.ts'

/** What the main process has said last: for the status line and the menus of the window. */
export interface MainStatus {
  readonly saving: EventPayload<'library.saving'>
  readonly history: EventPayload<'library.history'>
  /** Why the open library has become one that can only be read, since it was opened. */
  readonly readOnly?: Problem | undefined
  /** What has been found out about a library's folder since it was opened; the latest of each kind. */
  readonly notices: readonly EventPayload<'library.notice'>[]
  /** Work that is running, by id. */
  readonly tasks: ReadonlyMap<string, Task>
}

/** The last word of the main process. */
export const useMainStatus = create<MainStatus>(() => ({
  saving: { state: 'saved' },
  history: {},
  notices: [],
  tasks: new Map(),
}))

/** Listens to the main process for the life of the window. */
export function listenToMain(client: Client): void {
  client.on('library.saving', (saving) => useMainStatus.setState({ saving }))
  client.on('library.history', (history) => useMainStatus.setState({ history }))
  // Whoever makes a change is told when it is recorded: a message that stands here is about an earlier one.
  client.on('library.committed', dropUndo)
  client.on('library.readOnly', ({ reason }) => useMainStatus.setState({ readOnly: reason }))
  client.on('library.notice', (found) => {
    const others = useMainStatus.getState().notices.filter(({ notice }) => notice.code !== found.notice.code)
    useMainStatus.setState({ notices: [...others, found] })
  })
  client.on('task', (task) => {
    const tasks = new Map(useMainStatus.getState().tasks)
    if (task.state === 'running') tasks.set(task.taskId, task)
    else tasks.delete(task.taskId)
    useMainStatus.setState({ tasks })
  })
  client.on('command', ({ id }) => {
    if (!runCommand(id)) notify('This can’t be done here. Open an agreement or a brief first.')
  })
  client.on('app.secondStart', () => notify('Pacta was already open. Everything is here, in this window.'))
  client.on('window.flush', () => void flushAll().then(() => client.invoke('window.flushed')))
}
