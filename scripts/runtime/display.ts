import type { Host } from './host.ts'
import { RuntimeProblem } from './problem.ts'
import { startVirtualDisplay, type ScreenSize } from './virtual-display.ts'

/**
 * Which display a program is to use on Linux:
 * - `present`: the one of the session; none is a problem for the person to solve (starting the app to use it);
 * - `any`: the session's, or else a virtual one;
 * - `virtual`: always one of our own, so that nothing on the screen disturbs a test, unless `PACTA_SHOW=1` asks to
 *   watch it.
 */
export type DisplayWish = 'present' | 'any' | 'virtual'

/** A display that a program can be started on. */
export interface Display {
  /** The environment that leads a program to it. */
  readonly env: NodeJS.ProcessEnv
  /** True when it is ours and shows nothing. */
  readonly virtual: boolean
  /** Ends a virtual display; does nothing to the session's. */
  readonly close: () => Promise<void>
}

/** The screen of a virtual display unless another is asked for. */
const DEFAULT_SCREEN: ScreenSize = { width: 1440, height: 900 }

/** Whether a display of our own has to be started for this wish. */
export function wantsVirtualDisplay(host: Host, wish: DisplayWish): boolean {
  if (host.platform !== 'linux' || wish === 'present') return false
  const mayShow = wish === 'any' || host.env['PACTA_SHOW'] === '1'
  return !(mayShow && hasSessionDisplay(host))
}

/** Stops with a sentence when the wish is for the session's display and there is none. */
export function requireDisplay(host: Host, wish: DisplayWish): void {
  if (wish !== 'present' || host.platform !== 'linux' || hasSessionDisplay(host)) return
  throw new RuntimeProblem(
    'There is no display: neither DISPLAY nor WAYLAND_DISPLAY is set, so a window cannot be shown. ' +
      'Start Pacta from a desktop session, or run `npm run demo` to see it at work without one.',
  )
}

/** Opens the display that is wished for. Whoever opens it closes it. */
export async function openDisplay(host: Host, wish: DisplayWish, screen = DEFAULT_SCREEN): Promise<Display> {
  requireDisplay(host, wish)
  if (!wantsVirtualDisplay(host, wish)) {
    return { env: host.env, virtual: false, close: () => Promise.resolve() }
  }
  const server = await startVirtualDisplay(host, screen)
  return { env: environmentFor(host.env, server.name), virtual: true, close: server.stop }
}

/** The environment for a virtual display: what leads to the session's is left out, or a toolkit might prefer it. */
function environmentFor(env: NodeJS.ProcessEnv, name: string): NodeJS.ProcessEnv {
  const { WAYLAND_DISPLAY: _wayland, XAUTHORITY: _authority, XDG_SESSION_TYPE: _type, ...rest } = env
  return { ...rest, DISPLAY: name }
}

function hasSessionDisplay(host: Host): boolean {
  return Boolean(host.env['DISPLAY'] || host.env['WAYLAND_DISPLAY'])
}
