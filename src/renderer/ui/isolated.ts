/**
 * Words of any script inside a sentence of the interface, between the characters that keep their direction to
 * themselves (Unicode FSI and PDI): the quotation marks around a Persian title stay where they belong.
 */
export function isolated(words: string): string {
  return `\u2068${words}\u2069`
}
