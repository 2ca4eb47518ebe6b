import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { errorMessage, PactaError } from '#contract/errors.ts'
import { detectStructure } from '#domain/structure/detect.ts'
import { decodeDocument } from './documents/decode-document.ts'

const USAGE = `Usage: pacta structure FILE

structure FILE   prints the provisions of an agreement as JSON. FILE is plain text, a web page, Markdown, Word
                 (.docx), PDF, ToTA XML, Akoma Ntoso or open-treaties JSON; of parallel texts the first:
                 {"text": …, "provisions": [{id, kind, number, heading, depth, start, end}]}
                 start and end count UTF-16 units of the text printed.`

/** Pacta without a window: for scripts and checks. Plain Node. */
async function main(args: readonly string[]): Promise<number> {
  const [command, file, ...rest] = args
  if (command !== 'structure' || file === undefined || rest.length > 0) {
    console.error(USAGE)
    return 2
  }
  try {
    console.log(JSON.stringify(await structureOf(file)))
    return 0
  } catch (error) {
    if (!(error instanceof PactaError)) throw error
    const { happened, todo } = errorMessage(error.code, error.details)
    console.error(`${happened} ${todo}`)
    return 1
  }
}

async function structureOf(file: string): Promise<unknown> {
  const name = basename(file)
  const bytes = await readFile(file).catch((cause: unknown) => {
    throw new PactaError('file-unreadable', { name }, { cause })
  })
  const { texts } = await decodeDocument(bytes, name)
  const { text = '' } = texts[0] ?? {}
  const provisions = detectStructure(text).map(({ id, kind, number, heading, depth, start, end }) => ({
    id,
    kind,
    number,
    heading,
    depth,
    start,
    end,
  }))
  return { text, provisions }
}

process.exitCode = await main(process.argv.slice(2))
