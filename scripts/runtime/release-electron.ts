import type { ElectronBinary } from './electron-binary.ts'
import { RuntimeProblem } from './problem.ts'

/** The flag by which somebody says that they know what they pack. */
export const COMMUNITY_FLAG = '--with-community-electron'

/**
 * Refuses to pack anything but Electron's own release: what users install must come from those who sign for it.
 *
 * @returns the arguments left for the packer.
 * @throws RuntimeProblem for any other binary, unless the flag is given.
 */
export function packable(binary: ElectronBinary, args: readonly string[]): string[] {
  const isAllowed = args.includes(COMMUNITY_FLAG)
  if (binary.origin !== 'official' && !isAllowed) {
    const what = binary.origin === 'community' ? 'a community repackaging' : 'an Electron of your own choice'
    throw new RuntimeProblem(
      `The Electron found here (${binary.version}) is ${what}, not Electron’s own release: it is good for ` +
        `development, and not to be given to users. Connect to the network, or set ELECTRON_MIRROR, and start ` +
        `again; to pack it all the same, for a trial, add ${COMMUNITY_FLAG}.`,
    )
  }
  return args.filter((arg) => arg !== COMMUNITY_FLAG)
}
