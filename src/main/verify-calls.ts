import { PactaError } from '#contract/errors.ts'
import type { Handlers } from './dispatch.ts'
import type { HandlerParts } from './handler-parts.ts'
import { repairLibrary } from './library/verify/repair-library.ts'
import { examineLibrary } from './library/verify/verify-library.ts'
import { showProgress } from './show-progress.ts'

/** Answers the calls that look whether a library is sound, and save what can be saved. */
export function verifyCalls({
  host,
  session,
  tasks,
  dialogs,
  paths,
}: HandlerParts): Pick<Handlers, 'library.verify' | 'library.repair'> {
  return {
    'library.verify': () => {
      const library = session.require()
      return tasks.run('Verify library', (progress) =>
        library.withoutUpkeep(
          async () => (await examineLibrary(host.fs, library.root, showProgress(progress))).report,
        ),
      )
    },
    'library.repair': async () => {
      const library = session.require()
      const title = 'Choose an empty folder for what can be saved'
      const target = await dialogs.chooseFolder({ title, startIn: paths.documents })
      if (target === undefined) return undefined
      if (target === library.root) throw new PactaError('folder-not-empty', { name: library.name })
      const { kept, skipped, fromSnapshots, sources } = await tasks.run(
        'Save into a new folder',
        (progress) =>
          library.withoutUpkeep(() => repairLibrary(host, library.root, target, showProgress(progress))),
      )
      return { path: target, kept, skipped, fromSnapshots, sources }
    },
  }
}
