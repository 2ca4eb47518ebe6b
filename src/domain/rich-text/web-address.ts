/** The addresses that a link in a note may lead to; provisions have links of their own. */
const WEB = /^(?:https?:|mailto:)/i

/** Whether a link is to the web or to a mail address. */
export function isWebAddress(url: string): boolean {
  return WEB.test(url)
}

/**
 * The address that is meant by what somebody types or pastes: `example.org/treaty` is on the web, `a@b.org` is a mail
 * address. Nothing for what is no address, or one of another kind.
 */
export function webAddress(typed: string): string | undefined {
  const words = typed.trim()
  if (words === '' || /\s/.test(words)) return undefined
  if (isWebAddress(words)) return /^(?:https?:\/\/[^/]|mailto:[^@]+@)/i.test(words) ? words : undefined
  if (/^[a-z][a-z\d+.-]*:(?!\d)/i.test(words)) return undefined
  if (/^[^@/]+@[^@/]+\.[^@/]+$/.test(words)) return `mailto:${words}`
  return /^[^/.]+\.[^/]{2,}/.test(words) ? `https://${words}` : undefined
}
