import { vi } from 'vitest'

/** What jsdom lacks of drawing: a surface that takes strokes, and pictures that can be opened. The browser's own are looked at in the preview. */

/** One white pixel. */
export const drawnPng = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
const jpegBytes = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 2, 0xff, 0xd9)

export interface Drawn {
  /** Sizes of the surfaces that photos were drawn on. */
  readonly sizes: { width: number; height: number }[]
}

export function withDrawing(picture = { width: 4000, height: 3000 }): Drawn {
  const sizes: Drawn['sizes'] = []
  const surface = new Proxy({}, { get: () => () => undefined, set: () => true })
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockImplementation(() => surface as never)
  vi.spyOn(HTMLCanvasElement.prototype, 'toDataURL').mockImplementation(() => `data:image/png;base64,${drawnPng}`)
  vi.spyOn(HTMLCanvasElement.prototype, 'toBlob').mockImplementation(function toBlob(this: HTMLCanvasElement, done) {
    sizes.push({ width: this.width, height: this.height })
    done(new Blob([jpegBytes], { type: 'image/jpeg' }))
  })
  vi.stubGlobal('createImageBitmap', (file: Blob) =>
    file.size === 0 ? Promise.reject(new Error('no picture')) : Promise.resolve({ ...picture, close: () => undefined }),
  )
  return { sizes }
}

/** One stroke with the mouse. */
export function drawOn(canvas: Element): void {
  const at = (type: string, x: number, y: number) =>
    (type === 'pointerdown' ? canvas : window).dispatchEvent(new PointerEvent(type, { bubbles: true, button: 0, buttons: type === 'pointerup' ? 0 : 1, clientX: x, clientY: y, pointerId: 1, isPrimary: true, cancelable: true }))
  at('pointerdown', 10, 10)
  at('pointermove', 60, 40)
  at('pointerup', 80, 30)
}
