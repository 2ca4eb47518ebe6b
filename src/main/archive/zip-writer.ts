import { Readable, type PassThrough } from 'node:stream'
import { ZipFile } from 'yazl'
import type { OpenFile } from '../files/file-system.ts'

/** A file to be packed. */
export interface ZipItem {
  readonly name: string
  /** Bytes unpacked: `open` gives exactly as many. */
  readonly size: number
  /** What is packed already would only grow. */
  readonly isPacked: boolean
  open(): AsyncIterable<Uint8Array>
}

/** An item whose bytes are in memory. */
export function memoryItem(name: string, bytes: Uint8Array): ZipItem {
  return {
    name,
    size: bytes.length,
    isPacked: false,
    open: async function* () {
      yield bytes
    },
  }
}

/**
 * Packs items, in order, and appends the archive to a file. Deflating runs beside the event loop, and memory holds a
 * few chunks at a time. `onBytes` is told how many bytes have been read so far.
 */
export async function writeZip(
  file: Pick<OpenFile, 'append'>,
  items: readonly ZipItem[],
  at: Date,
  onBytes: (bytes: number) => void = () => undefined,
): Promise<void> {
  const zip = new ZipFile()
  // The types promise less than the library gives: a pass-through stream of its own.
  const output = zip.outputStream as PassThrough
  const fail = (error: unknown): void => {
    output.destroy(error instanceof Error ? error : new Error(String(error)))
  }
  zip.on('error', fail)
  let read = 0
  for (const item of items) {
    const options = { mtime: at, compress: !item.isPacked, size: item.size }
    zip.addReadStreamLazy(item.name, options, (give) => {
      const counted = Readable.from(
        counting(item.open(), (bytes) => {
          read += bytes
          onBytes(read)
        }),
        { objectMode: false },
      )
      // The library does not listen: what cannot be read would end the program.
      counted.on('error', fail)
      give(undefined, counted)
    })
  }
  zip.end()
  for await (const chunk of output) await file.append(chunk as Uint8Array)
}

async function* counting(
  chunks: AsyncIterable<Uint8Array>,
  onBytes: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    onBytes(chunk.length)
    yield chunk
  }
}
