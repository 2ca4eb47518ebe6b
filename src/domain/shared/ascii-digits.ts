/** Where the digits of a script begin: Arabic, Persian, full-width. */
const ZEROS = [0x0660, 0x06f0, 0xff10]

/** Arabic, Persian and full-width digits as ASCII ones. */
export function asciiDigits(words: string): string {
  return words.replace(/[٠-٩۰-۹０-９]/g, (digit) => {
    const code = digit.codePointAt(0) ?? 0
    const zero = ZEROS.find((first) => code >= first && code <= first + 9) ?? code
    return String(code - zero)
  })
}
