import { crc32, deflateRawSync } from 'node:zlib'

/** A file of a zip as a forger would write it: nothing here is checked. */
export interface RawFile {
  readonly name: string | Uint8Array
  readonly bytes?: Uint8Array
  /** The size to be declared instead of the true one. */
  readonly declared?: number
  readonly checksum?: number
  /** Unix mode: 0o120777 is a link. */
  readonly mode?: number
  readonly flags?: number
  readonly deflated?: boolean
}

/** Writes a zip archive byte for byte, lies included. */
export function rawZip(files: readonly RawFile[]): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const {
    name,
    bytes = new Uint8Array(),
    declared,
    checksum,
    mode = 0o100644,
    flags,
    deflated,
  } of files) {
    const raw = Buffer.from(name as string)
    const data = deflated === true ? deflateRawSync(bytes) : Buffer.from(bytes)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(flags ?? 0x800, 2)
    common.writeUInt16LE(deflated === true ? 8 : 0, 4)
    common.writeUInt32LE(checksum ?? crc32(bytes), 10)
    common.writeUInt32LE(data.length, 14)
    common.writeUInt32LE(declared ?? bytes.length, 18)
    common.writeUInt16LE(raw.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, raw, data])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE((mode << 16) >>> 0, 6)
    tail.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.from([20, 3]), common, tail, raw]))
    locals.push(local)
    offset += local.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(files.length, 4)
  end.writeUInt16LE(files.length, 6)
  end.writeUInt32LE(central.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...locals, central, Buffer.from('PK\x05\x06'), end])
}
