import { create } from 'zustand'
import type { JsonObject } from '../../api/client.ts'
import { isEmpty, valueAt } from './formSpec.ts'

/** Where papers were put last and which text was signed: the same for a whole round of visits. View memory only, nothing of persons. */
interface Paper {
  readonly textVersion: string
  readonly paperLocation: string
}

export const usePaperMemory = create<{ readonly [kind: string]: Paper }>(() => ({}))

export function rememberPaper(kind: string, of: unknown): void {
  const [textVersion, paperLocation] = [valueAt(of, 'textVersion'), valueAt(of, 'paperLocation')]
  if (typeof textVersion === 'string' && typeof paperLocation === 'string') usePaperMemory.setState({ [kind]: { textVersion, paperLocation } })
}

/** With the day of a signature the rest is filled in as last time, where it is empty. */
export function signatureFilled(body: JsonObject | null, set: (path: string, value: unknown) => void): void {
  const kind = 'signature'
  const paper = usePaperMemory.getState()[kind]
  if (isEmpty(valueAt(body, 'signature.givenBy'))) set('signature.givenBy', 'SELF')
  // Signed on the screen: there is no paper.
  if (!isEmpty(valueAt(body, 'signature.image'))) return
  for (const field of ['textVersion', 'paperLocation'] as const) {
    if (paper !== undefined && isEmpty(valueAt(body, `signature.${field}`))) set(`signature.${field}`, paper[field])
  }
}
