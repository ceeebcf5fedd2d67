import { useState } from 'react'
import { useApi } from '../../api/ApiContext.tsx'
import type { ApiProblem, Output } from '../../api/client.ts'
import type { LedgerInput } from '../../print/loadLedger.ts'

type Kind = 'Pdf' | 'Xlsx'
export type SavedLedger = NonNullable<Output<'ledger.savePdf'>>

/** Saving a ledger as a file: where it goes is asked by the system's own dialog. */
export function useSaveLedger() {
  const api = useApi()
  const [busy, setBusy] = useState<Kind | null>(null)
  const [saved, setSaved] = useState<SavedLedger | null>(null)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  async function save(kind: Kind, input: LedgerInput) {
    if (busy !== null) return
    setBusy(kind)
    setSaved(null)
    setProblem(null)
    const answer = await api.call(`ledger.save${kind}`, input)
    setBusy(null)
    if (!answer.ok) setProblem(answer.error)
    else setSaved(answer.value)
  }
  return { busy, saved, problem, save }
}
