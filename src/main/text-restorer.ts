import type { HandlerParts } from './handler-parts.ts'
import type { TextRestorer } from './history/restore-text.ts'

/** Restores texts where the user sees that it takes its time, and can cancel it. */
export function textRestorer({
  host,
  tasks,
  carry,
}: Pick<HandlerParts, 'host' | 'tasks' | 'carry'>): TextRestorer {
  return {
    newId: () => host.ids.next(),
    seek: (task) =>
      tasks.run('Restore the text', (progress) =>
        carry(task, {
          signal: progress.signal,
          progress: (share) => progress.step('Finding what you marked', share),
        }),
      ),
  }
}
