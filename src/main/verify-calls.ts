import type { Handlers } from './dispatch.ts'
import type { HandlerParts } from './handler-parts.ts'
import { examineLibrary } from './library/verify/verify-library.ts'
import { showProgress } from './show-progress.ts'

/** Answers the call that verifies the open library, as a task that can be cancelled. */
export function verifyCalls({ host, session, tasks }: HandlerParts): Pick<Handlers, 'library.verify'> {
  return {
    'library.verify': async () => {
      const { name, root } = session.require()
      return tasks.run(`Verify “${name}”`, async (progress) => {
        const { report } = await examineLibrary(host.fs, root, showProgress(progress))
        return report
      })
    },
  }
}
