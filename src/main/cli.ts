import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { errorMessage, PactaError } from '#contract/errors.ts'
import { detectStructure } from '#domain/structure/detect.ts'
import { verify, verifyArguments } from './verify-command.ts'
import { decodeText } from './documents/decode-text.ts'

const USAGE = `Usage: pacta structure FILE
       pacta verify LIBRARY [--json] [--repair FOLDER]

structure FILE   prints the provisions of a text file as JSON:
                 {"text": …, "provisions": [{id, kind, number, heading, depth, start, end}]}
                 start and end count UTF-16 units of the text printed.

verify LIBRARY [--json] [--repair FOLDER]
                 checks everything in a library's folder and prints what it finds; nothing is changed.
                 --repair saves what can be saved into a new folder.
                 Exit status: 0 sound, 1 damaged, 2 could not be looked at.`

/** Pacta without a window: for scripts and checks. Plain Node. */
async function main(args: readonly string[]): Promise<number> {
  const [command, ...rest] = args
  const [file] = rest
  try {
    if (command === 'structure' && file !== undefined && rest.length === 1) {
      console.log(JSON.stringify(await structureOf(file)))
      return 0
    }
    const wanted = command === 'verify' ? verifyArguments(rest) : undefined
    if (wanted) return await verify(wanted, console.log)
    console.error(USAGE)
    return 2
  } catch (error) {
    if (!(error instanceof PactaError)) throw error
    const { happened, todo } = errorMessage(error.code, error.details)
    console.error(`${happened} ${todo}`)
    return command === 'verify' ? 2 : 1
  }
}

async function structureOf(file: string): Promise<unknown> {
  const name = basename(file)
  const bytes = await readFile(file).catch((cause: unknown) => {
    throw new PactaError('file-unreadable', { name }, { cause })
  })
  const { text } = decodeText(name, bytes)
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
