const SENTENCES = [
  'The Parties shall consult each other on every question that touches the purposes of this Treaty.',
  'Each Party shall, within the limits of its law, provide the other with the information that it needs.',
  'Nothing in this Article shall be read as limiting the rights of a third State.',
  'The competent authorities shall agree upon the procedure and shall inform each other of any change.',
  'A Party that cannot meet its obligations shall say so without delay and give its reasons.',
]

/**
 * A treaty in plain text of about `characters` UTF-16 units: numbered articles with paragraphs and points. `rounds`
 * is how often the four paragraphs of an article come again with the next numbers, to make articles longer.
 */
export function treatyOf(
  characters: number,
  rounds = 1,
  title = 'TREATY BETWEEN THE REPUBLIC OF ARDIA AND THE KINGDOM OF BELMARK',
): string {
  const parts = [`${title}\n\nThe Parties have agreed as follows:\n`]
  let length = parts[0]?.length ?? 0
  for (let article = 1; length < characters; article++) {
    const sentence = (n: number): string => SENTENCES[(article + n) % SENTENCES.length] ?? ''
    const paragraphs = Array.from({ length: rounds }, (_, round) => [
      `${round * 2 + 1}. ${sentence(round)} ${sentence(round + 1)}\n`,
      `${round * 2 + 2}. ${sentence(round + 2)}\n`,
      `(a) ${sentence(round + 3)}\n`,
      `(b) ${sentence(round + 4)}\n`,
    ])
    const text = [`\nArticle ${article}\n`, ...paragraphs.flat()].join('\n')
    parts.push(text)
    length += text.length
  }
  return parts.join('')
}
