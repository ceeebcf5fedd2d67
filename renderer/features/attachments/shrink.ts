import { largestAttachment } from '../../../domain/records/index.ts'

/** Photos are made small before they leave the page: what a telephone takes has 5 MB and says where it was taken. Drawn anew, a picture is its pixels and nothing else. */

/** Longest edge in pixels: a certificate photographed whole is still readable. */
const longestEdge = 1600
const qualities = [0.82, 0.7, 0.55, 0.4] as const

export type Prepared =
  | { readonly ok: true; readonly data: string; readonly isPicture: boolean }
  | { readonly ok: false; readonly fault: 'kind' | 'size' | 'unreadable' }

export async function prepared(file: File): Promise<Prepared> {
  if (file.type === 'application/pdf' || /\.pdf$/i.test(file.name)) {
    if (file.size > largestAttachment) return { ok: false, fault: 'size' }
    return { ok: true, data: await base64Of(file), isPicture: false }
  }
  // What is no picture is found out by trying; telephones name their files as they like.
  if (file.type !== '' && !file.type.startsWith('image/')) return { ok: false, fault: 'kind' }
  const picture = await pictureOf(file)
  if (picture === null) return { ok: false, fault: 'unreadable' }
  const small = await shrunk(picture)
  picture.close()
  return small === null ? { ok: false, fault: 'size' } : { ok: true, data: await base64Of(small), isPicture: true }
}

export function scaled(width: number, height: number, longest = longestEdge): { readonly width: number; readonly height: number } {
  const factor = Math.min(1, longest / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * factor)), height: Math.max(1, Math.round(height * factor)) }
}

async function pictureOf(file: Blob): Promise<ImageBitmap | null> {
  try {
    // Turned as it was held: the note of it goes with the rest of EXIF.
    return await createImageBitmap(file, { imageOrientation: 'from-image' })
  } catch {
    return null
  }
}

async function shrunk(picture: ImageBitmap): Promise<Blob | null> {
  const { width, height } = scaled(picture.width, picture.height)
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const drawing = canvas.getContext('2d')
  if (drawing === null) return null
  // JPEG knows no transparency; without this it turns black.
  drawing.fillStyle = '#ffffff'
  drawing.fillRect(0, 0, width, height)
  drawing.drawImage(picture, 0, 0, width, height)
  for (const quality of qualities) {
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', quality))
    if (blob !== null && blob.size <= largestAttachment) return blob
  }
  return null
}

export function base64Of(blob: Blob): Promise<string> {
  return new Promise((done, failed) => {
    const reader = new FileReader()
    reader.onload = () => done(String(reader.result).replace(/^[^,]*,/, ''))
    reader.onerror = () => failed(new Error('unreadable'))
    reader.readAsDataURL(blob)
  })
}
