import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

export interface SeenPage {
  readonly text: string
  /** In points. */
  readonly size: readonly [number, number]
  readonly pixels: { readonly data: Uint8ClampedArray; readonly width: number; readonly height: number }
}

interface Drawn {
  readonly canvas: { toBuffer(type: 'image/png'): Uint8Array }
  readonly context: CanvasRenderingContext2D
}

const picturesIn = process.env.PICTURES_DIR

/** Pages as a reader of PDF shows them, at 144 dots an inch; with PICTURES_DIR also as pictures to be looked at. */
export async function pagesOf(bytes: Uint8Array, name = 'page'): Promise<SeenPage[]> {
  const document = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise
  const factory = document.canvasFactory as { create(width: number, height: number): Drawn }
  const pages: SeenPage[] = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    const viewport = page.getViewport({ scale: 2 })
    const { canvas, context } = factory.create(Math.round(viewport.width), Math.round(viewport.height))
    await page.render({ canvas: canvas as unknown as HTMLCanvasElement, canvasContext: context, viewport }).promise
    if (picturesIn !== undefined) {
      mkdirSync(picturesIn, { recursive: true })
      writeFileSync(join(picturesIn, `${name}-${String(number)}.png`), canvas.toBuffer('image/png'))
    }
    const { data, width, height } = context.getImageData(0, 0, Math.round(viewport.width), Math.round(viewport.height))
    const [, , right = 0, top = 0] = page.view
    const text = (await page.getTextContent()).items.map((item) => ('str' in item ? item.str : '')).join('').replaceAll(/\s/g, '')
    pages.push({ text, size: [Math.round(right), Math.round(top)], pixels: { data, width, height } })
  }
  return pages
}
