import { useState } from 'react'
import { useApi } from '../../api/ApiContext.tsx'
import type { FieldProblem, JsonObject, PersonFile } from '../../api/client.ts'
import type { Saved } from '../../components/SaveState.tsx'
import { offerUndo } from '../../state/view.ts'

/** null: it is on the disk. */
export type Faults = { readonly message: string; readonly fields: readonly FieldProblem[] } | null

/** Writes fields of a file, based on what the page shows; every write can be taken back. */
export function useSaveFields(file: PersonFile, onSaved: () => void) {
  const api = useApi()
  const [saved, setSaved] = useState<Saved>({ state: 'idle' })
  async function save(fields: JsonObject, words: string): Promise<Faults> {
    setSaved({ state: 'saving' })
    const basedOn = Object.fromEntries(Object.keys(fields).map((name) => [name, file.heads[name] ?? null]))
    const answer = await api.call('persons.update', { personId: file.row.id, fields, basedOn })
    if (!answer.ok) {
      const found = answer.error.fields ?? []
      setSaved({ state: 'failed', reason: found[0]?.message ?? answer.error.message })
      return { message: answer.error.message, fields: found }
    }
    setSaved({ state: 'saved', at: answer.value.savedAt })
    offerUndo(words, answer.value.actionId)
    onSaved()
    return null
  }
  return { save, saved, setSaved }
}
