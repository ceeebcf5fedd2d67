/** The shared strings of a workbook as UTF-8 in few big buffers: 600,000 strings as JavaScript strings would take four times the memory. */
export interface StringTable {
  add(text: string): void
  get(index: number): string | undefined
  readonly size: number
}

const blockBytes = 1 << 20

export function createStringTable(): StringTable {
  const blocks: Buffer[] = []
  let block = Buffer.alloc(0)
  let used = 0
  let places = new Float64Array(4096)
  let size = 0

  function add(text: string): void {
    const length = Buffer.byteLength(text)
    if (used + length > block.length) {
      block = Buffer.allocUnsafe(Math.max(blockBytes, length))
      blocks.push(block)
      used = 0
    }
    block.write(text, used)
    if ((size + 1) * 2 > places.length) {
      const wider = new Float64Array(places.length * 2)
      wider.set(places)
      places = wider
    }
    // Block and start in one number, then the length.
    places[size * 2] = (blocks.length - 1) * 2 ** 31 + used
    places[size * 2 + 1] = length
    used += length
    size += 1
  }

  function get(index: number): string | undefined {
    if (!Number.isInteger(index) || index < 0 || index >= size) return undefined
    const place = places[index * 2] as number
    const length = places[index * 2 + 1] as number
    if (length === 0) return ''
    const start = place % 2 ** 31
    return (blocks[Math.floor(place / 2 ** 31)] as Buffer).toString('utf8', start, start + length)
  }

  return { add, get, get size() { return size } }
}
