import { notifyError, notifyStep } from '../workspace/notify.ts'

/** Copies the address of a link: Pacta opens nothing outside itself. */
export function copyAddress(url: string): void {
  navigator.clipboard
    .writeText(url)
    .then(() => notifyStep(`Copied: ${url}`))
    .catch(notifyError)
}
