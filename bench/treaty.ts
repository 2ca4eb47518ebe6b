const SENTENCES = [
  'The Parties shall consult each other on every question that touches the purposes of this Treaty.',
  'Each Party shall, within the limits of its law, provide the other with the information that it needs.',
  'Nothing in this Article shall be read as limiting the rights of a third State.',
  'The competent authorities shall agree upon the procedure and shall inform each other of any change.',
  'A Party that cannot meet its obligations shall say so without delay and give its reasons.',
]

/** A treaty in plain text of about `characters` UTF-16 units: numbered articles with paragraphs and points. */
export function treatyOf(characters: number): string {
  const parts = [
    'TREATY BETWEEN THE REPUBLIC OF ARDIA AND THE KINGDOM OF BELMARK\n\nThe Parties have agreed as follows:\n',
  ]
  let length = parts[0]?.length ?? 0
  for (let article = 1; length < characters; article++) {
    const sentence = (n: number): string => SENTENCES[(article + n) % SENTENCES.length] ?? ''
    const text = [
      `\nArticle ${article}\n`,
      `1. ${sentence(0)} ${sentence(1)}\n`,
      `2. ${sentence(2)}\n`,
      `(a) ${sentence(3)}\n`,
      `(b) ${sentence(4)}\n`,
    ].join('\n')
    parts.push(text)
    length += text.length
  }
  return parts.join('')
}
