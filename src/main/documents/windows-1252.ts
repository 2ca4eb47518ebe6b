/** What the bytes 0x80 to 0x9F mean in Windows-1252; a few runtimes read them as controls. */
const UPPER = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'

/** The characters of bytes in Windows-1252. Every byte is one. */
export function windows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('latin1')
    .replace(/[\u0080-\u009F]/g, (control) => UPPER.charAt(control.charCodeAt(0) - 0x80))
}
