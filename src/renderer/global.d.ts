import type { PactaBridge } from '#contract/channels.ts'

declare global {
  interface Window {
    readonly pacta: PactaBridge
  }
}
