import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { errorMessage, PactaError } from '#contract/errors.ts'
import { describeText, describeTree } from '#domain/structure/describe.ts'
import { detectStructure } from '#domain/structure/detect.ts'
import type { Provision } from '#domain/structure/provision.ts'
import { decodeDocument } from './documents/decode-document.ts'
import { verify, verifyArguments } from './verify-command.ts'

const USAGE = `Usage: pacta structure FILE [--format json|text|tree] [--language CODE]
       pacta verify LIBRARY [--json] [--repair FOLDER]

structure FILE   prints the provisions of an agreement. FILE is plain text, a web page, Markdown, Word (.docx), PDF,
                 ToTA XML, Akoma Ntoso or open-treaties JSON; of parallel texts the first is taken:
  --format json  (as it is without) {"text": …, "provisions": [{id, kind, number, heading, depth, start, end}]};
                 start and end count UTF-16 units of the text printed
  --format text  the words of each provision under its citation label, for people
  --format tree  an outline with what is doubtful about it, for people
  --language     the text's language (ISO 639-1), where it is known; every language is read without

verify LIBRARY   checks everything in a library's folder and prints what it finds; nothing is changed
  --json         prints the report as JSON
  --repair       saves what can be saved into a new folder
  Exit status: 0 sound, 1 damaged, 2 could not be looked at`

/** How the structure is printed. */
const FORMATS: Readonly<Record<string, (text: string, provisions: readonly Provision[]) => string>> = {
  json: (text, provisions) => `${JSON.stringify({ text, provisions: provisions.map(forMachines) })}\n`,
  text: describeText,
  tree: (_, provisions) => describeTree(provisions),
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
    const text = await readText(asked.file)
    const provisions = detectStructure(text, asked.language === undefined ? {} : { language: asked.language })
    process.stdout.write(asked.print(text, provisions))
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
  readonly language: string | undefined
  readonly print: (text: string, provisions: readonly Provision[]) => string
}

function readArguments(args: readonly string[]): Asked | undefined {
  const options = { format: { type: 'string', default: 'json' }, language: { type: 'string' } } as const
  try {
    const { positionals, values } = parseArgs({ args: [...args], options, allowPositionals: true })
    const [command, file, ...rest] = positionals
    const print = FORMATS[values.format]
    if (command !== 'structure' || file === undefined || rest.length > 0 || !print) return undefined
    return { file, language: values.language, print }
  } catch {
    // parseArgs throws for an option that does not exist.
    return undefined
  }
}

async function readText(file: string): Promise<string> {
  const name = basename(file)
  const bytes = await readFile(file).catch((cause: unknown) => {
    throw new PactaError('file-unreadable', { name }, { cause })
  })
  const { texts } = await decodeDocument(bytes, name)
  return texts[0]?.text ?? ''
}

function forMachines({ id, kind, number, heading, depth, start, end }: Provision): unknown {
  return { id, kind, number, heading, depth, start, end }
}

process.exitCode = await main(process.argv.slice(2))
