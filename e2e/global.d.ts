import type { PactaBridge } from '../src/contract/channels.ts'

declare global {
  interface Window {
    readonly pacta: PactaBridge
  }
}
