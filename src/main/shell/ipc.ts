import { BrowserWindow, ipcMain } from 'electron'
import { EVENT_CHANNEL, INVOKE_CHANNEL } from '#contract/channels.ts'
import { PactaError } from '#contract/errors.ts'
import { EVENTS } from '#contract/events.ts'
import { dispatch, type Handlers } from '../dispatch.ts'
import type { EventSink } from '../event-sink.ts'
import type { Log } from '../shell-services.ts'
import { isTrustedSender } from './security-policy.ts'

/** Answers calls from our own windows, and from nobody else. The only use of `ipcMain` in the program. */
export function answerCalls(handlers: Handlers, log: Log): void {
  ipcMain.handle(INVOKE_CHANNEL, (event, name: unknown, input: unknown) => {
    if (isTrustedSender(event.senderFrame)) return dispatch(handlers, log, name, input)
    log.error('a call from a frame that is not ours was refused')
    const { code, details } = new PactaError('invalid-request')
    return { ok: false, code, details }
  })
}

/** Sends events to every window that is open; what does not fit the contract is a mistake of ours and throws. */
export const sendToWindows: EventSink = (event, payload) => {
  const message = JSON.stringify({ event, payload: EVENTS[event].parse(payload) })
  for (const window of BrowserWindow.getAllWindows()) {
    if (!window.isDestroyed()) window.webContents.send(EVENT_CHANNEL, message)
  }
}
