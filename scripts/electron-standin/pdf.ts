import type { Json } from './cdp.ts'

/** Width and height in inches. */
const papers: Record<string, readonly [number, number]> = {
  A0: [33.1, 46.8],
  A1: [23.4, 33.1],
  A2: [16.54, 23.4],
  A3: [11.7, 16.54],
  A4: [8.27, 11.7],
  A5: [5.83, 8.27],
  A6: [4.13, 5.83],
  LETTER: [8.5, 11],
  LEGAL: [8.5, 14],
  TABLOID: [11, 17],
  LEDGER: [17, 11],
}

export interface PdfOptions {
  landscape?: boolean
  displayHeaderFooter?: boolean
  headerTemplate?: string
  footerTemplate?: string
  printBackground?: boolean
  scale?: number
  pageSize?: string | { width: number; height: number }
  /** In inches. */
  margins?: { top?: number; bottom?: number; left?: number; right?: number }
  pageRanges?: string
  preferCSSPageSize?: boolean
  generateTaggedPDF?: boolean
  generateDocumentOutline?: boolean
}

export async function printPdf(cdp: (method: string, params: object) => Promise<Json>, options: PdfOptions): Promise<Buffer> {
  const { pageSize = 'Letter', margins = {}, ...rest } = options
  const paper = typeof pageSize === 'string' ? papers[pageSize.toUpperCase()] : ([pageSize.width, pageSize.height] as const)
  if (!paper) throw new Error(`Invalid pageSize ${String(pageSize)}`)
  const { stream } = await cdp('Page.printToPDF', {
    ...rest,
    paperWidth: paper[0],
    paperHeight: paper[1],
    marginTop: margins.top ?? 0.4,
    marginBottom: margins.bottom ?? 0.4,
    marginLeft: margins.left ?? 0.4,
    marginRight: margins.right ?? 0.4,
    transferMode: 'ReturnAsStream',
  })
  const parts: Buffer[] = []
  for (let ended = false; !ended;) {
    const read = await cdp('IO.read', { handle: stream, size: 1 << 20 })
    parts.push(Buffer.from(read['data'] as string, read['base64Encoded'] ? 'base64' : 'utf8'))
    ended = read['eof'] === true
  }
  await cdp('IO.close', { handle: stream })
  return Buffer.concat(parts)
}
