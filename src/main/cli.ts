import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { errorMessage, PactaError } from '#contract/errors.ts'
import { citationLabel } from '#domain/structure/citation-label.ts'
import { describeText, describeTree } from '#domain/structure/describe.ts'
import { treeOf } from '#domain/structure/tree.ts'
import { TEXT_ENCODINGS } from '#domain/text/encodings.ts'
import { droppedSentence } from './documents/dropped.ts'
import {
  readDocument,
  type ReadControl,
  type ReadDocument,
  type ReadText,
} from './documents/read-document.ts'
import { verify, verifyArguments } from './verify-command.ts'

const USAGE = `Usage: pacta structure FILE [--format json|text|tree] [--language CODE] [--encoding NAME]
       pacta verify LIBRARY [--json] [--repair FOLDER]

structure FILE   prints the provisions of an agreement, as importing it finds them. FILE is plain text, a web page,
                 Markdown, Word (.docx), PDF, ToTA XML, Akoma Ntoso or open-treaties JSON:
  --format json  (as it is without) {"text", "language", "title", "provisions", "isFlat", "format", "encoding", "notes", "others"}:
                 provisions are [{id, label, kind, number, arabic, heading, depth, start, end, textStart, confidence,
                 doubts}]; start, end and textStart count UTF-16 units of the text printed. A file with parallel texts
                 has its first text here and the rest in others, [{"text", "language", "title", "provisions", "isFlat"}]
  --format text  the words of each provision under its citation label, for people
  --format tree  an outline with what is doubtful about it, for people
  --language     the text's language (ISO 639-1), where it is known; every language is read without
  --encoding     how its characters are written (windows-1251 …), where it is known; detected without

verify LIBRARY   checks everything in a library's folder and prints what it finds; nothing is changed
  --json         prints the report as JSON
  --repair       saves what can be saved into a new folder
  Exit status: 0 sound, 1 damaged, 2 could not be looked at`

/** How the structure is printed. */
const FORMATS: Readonly<Record<string, (read: ReadDocument) => string>> = {
  json: forMachines,
  text: (read) => inTurn(read, ({ text, provisions }) => describeText(text, provisions)),
  tree: (read) => inTurn(read, ({ provisions }) => describeTree(provisions)),
}

/** Pacta without a window: for scripts and checks. Plain Node. */
async function main(args: readonly string[]): Promise<number> {
  const [command, ...rest] = args
  const library = command === 'verify' ? verifyArguments(rest) : undefined
  const asked = command === 'structure' ? readArguments(args) : undefined
  try {
    if (library) return await verify(library, console.log)
    if (!asked) {
      console.error(USAGE)
      return 2
    }
    process.stdout.write(asked.print(await readFrom(asked)))
    return 0
  } catch (error) {
    if (!(error instanceof PactaError)) throw error
    const { happened, todo } = errorMessage(error.code, error.details)
    console.error(`${happened} ${todo}`)
    return command === 'verify' ? 2 : 1
  }
}

interface Asked {
  readonly file: string
  readonly known: ReadControl
  readonly print: (read: ReadDocument) => string
}

function readArguments(args: readonly string[]): Asked | undefined {
  const options = {
    format: { type: 'string', default: 'json' },
    language: { type: 'string' },
    encoding: { type: 'string' },
  } as const
  try {
    const { positionals, values } = parseArgs({ args: [...args], options, allowPositionals: true })
    const [command, file, ...rest] = positionals
    const print = FORMATS[values.format]
    const encoding = TEXT_ENCODINGS.find((name) => name === values.encoding?.toLowerCase())
    const isKnown = values.encoding === undefined || encoding !== undefined
    if (command !== 'structure' || file === undefined || rest.length > 0 || !print || !isKnown)
      return undefined
    const { language } = values
    return { file, known: { ...(language === undefined ? {} : { language }), encoding }, print }
  } catch {
    // parseArgs throws for an option that does not exist.
    return undefined
  }
}

async function readFrom({ file, known }: Asked): Promise<ReadDocument> {
  const name = basename(file)
  const bytes = await readFile(file).catch((cause: unknown) => {
    throw new PactaError('file-unreadable', { name }, { cause })
  })
  return readDocument(bytes, name, known)
}

/** Each of a file's texts; under its language, when there are several. */
function inTurn({ texts }: ReadDocument, print: (text: ReadText) => string): string {
  if (texts.length === 1) return texts.map(print).join('')
  return texts.map((text) => `== ${text.language ?? 'und'} ==\n${print(text)}`).join('\n')
}

function forMachines({ texts, format, encoding, notes, dropped }: ReadDocument): string {
  const [first, ...others] = texts.map(textForMachines)
  const said = [...notes, ...dropped.map(droppedSentence)]
  return `${JSON.stringify({ ...first, format, encoding, notes: said, others })}\n`
}

function textForMachines({ provisions, ...text }: ReadText): object {
  const tree = treeOf(provisions)
  return {
    ...text,
    provisions: provisions.map((provision) => ({ label: citationLabel(tree, provision), ...provision })),
  }
}

process.exitCode = await main(process.argv.slice(2))
