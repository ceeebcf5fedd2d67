import { Parser } from 'htmlparser2'
import { FileProblem } from './problems.ts'

export interface XmlHandlers {
  /** Names come without their prefix: `x:row` is `row`. */
  open?(name: string, attributes: Readonly<Record<string, string>>): void
  text?(text: string): void
  close?(name: string): void
}

export interface XmlReader {
  write(bytes: Uint8Array): void
  /** Fails when the document ended before its elements did. */
  end(): void
}

/** A streaming reader of XML parts, UTF-8 or UTF-16 by their first bytes. External entities do not exist for it. */
export function createXmlReader(handlers: XmlHandlers): XmlReader {
  let decoder: TextDecoder | null = null
  let depth = 0
  let ending = false
  let open = 0
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        depth += 1
        handlers.open?.(localName(name), attributes)
      },
      ontext(text) {
        handlers.text?.(text)
      },
      onclosetag(name) {
        depth -= 1
        if (ending) open += 1
        handlers.close?.(localName(name))
      },
    },
    { xmlMode: true, decodeEntities: true },
  )

  function write(bytes: Uint8Array): void {
    decoder ??= new TextDecoder(encodingOf(bytes))
    parser.write(decoder.decode(bytes, { stream: true }))
  }

  function end(): void {
    if (decoder !== null) parser.write(decoder.decode())
    ending = true
    parser.end()
    if (open > 0 || depth > 0) throw new FileProblem('cutShort')
  }

  return { write, end }
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return 'utf-8'
}

function localName(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

/** An attribute whatever its prefix: `r:id`, `id`. */
export function attribute(attributes: Readonly<Record<string, string>>, name: string): string | undefined {
  if (name in attributes) return attributes[name]
  for (const [key, value] of Object.entries(attributes)) if (localName(key) === name) return value
  return undefined
}

/** `_x000D_` is how workbooks write what XML cannot hold. */
export function decodeEscapes(text: string): string {
  return text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))) : text
}
