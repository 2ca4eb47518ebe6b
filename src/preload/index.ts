import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'
import { EVENT_CHANNEL, INVOKE_CHANNEL, type PactaBridge } from '#contract/channels.ts'

/** Exposes two functions and nothing else; `ipcRenderer` itself and its events stay on this side. */
const bridge: PactaBridge = {
  invoke: (name, input) => ipcRenderer.invoke(INVOKE_CHANNEL, name, input),
  subscribe: (listener) => {
    const relay = (_: IpcRendererEvent, message: string): void => listener(message)
    ipcRenderer.on(EVENT_CHANNEL, relay)
    return () => ipcRenderer.off(EVENT_CHANNEL, relay)
  },
}

contextBridge.exposeInMainWorld('pacta', bridge)
