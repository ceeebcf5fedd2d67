import { useRef, useState } from 'react'
import { useApi } from '../../api/ApiContext.tsx'
import type { Input, JsonObject } from '../../api/client.ts'
import { offerUndo } from '../../state/view.ts'

export interface Errors {
  readonly [path: string]: string
}

interface Wanted {
  readonly body: JsonObject
  readonly cycleYear: string
  readonly replaces: Input<'records.complete'>['replaces']
  /** What was done, for the offer to take it back. */
  readonly words: string
}

/** Writes a document of the file that has a small form of its own; what the rules say comes back at its field. */
export function useSaveDocument(kind: 'hardshipCert' | 'graduatePlan', personId: string) {
  const api = useApi()
  const [errors, setErrors] = useState<Errors>({})
  const [message, setMessage] = useState<string | null>(null)
  const busy = useRef(false)

  async function save({ body, cycleYear, replaces, words }: Wanted): Promise<boolean> {
    if (busy.current) return false
    busy.current = true
    const answer = await api.call('records.complete', { kind, personId, cycleYear, body, replaces })
    busy.current = false
    if (!answer.ok) {
      const fields = answer.error.fields ?? []
      setErrors(Object.fromEntries(fields.map(({ path, message: sentence }) => [path, sentence])))
      setMessage(fields.length === 0 ? answer.error.message : null)
      return false
    }
    setErrors({})
    setMessage(null)
    offerUndo(words, answer.value.actionId)
    return true
  }
  function clear() {
    setErrors({})
    setMessage(null)
  }
  return { save, errors, message, clear }
}

/** Only what was filled in: the rules take an empty text for one that is there. */
export function filled(body: { readonly [field: string]: JsonObject[string] | undefined }): JsonObject {
  return Object.fromEntries(Object.entries(body).filter((entry): entry is [string, JsonObject[string]] => entry[1] !== undefined && entry[1] !== null && entry[1] !== ''))
}
