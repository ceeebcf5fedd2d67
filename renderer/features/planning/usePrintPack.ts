import { useState } from 'react'
import { useApi } from '../../api/ApiContext.tsx'
import type { ApiProblem, Output } from '../../api/client.ts'

export type SavedPack = NonNullable<Output<'papers.savePdf'>>

/** The sheets of a day as a file; where it goes is asked by the system's own dialog. */
export function usePrintPack() {
  const api = useApi()
  const [busy, setBusy] = useState(false)
  const [saved, setSaved] = useState<SavedPack | null>(null)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  async function print(on: string) {
    if (busy) return
    setBusy(true)
    setSaved(null)
    setProblem(null)
    const answer = await api.call('papers.savePdf', { paper: 'dayPack', args: { on } })
    setBusy(false)
    if (!answer.ok) setProblem(answer.error)
    else setSaved(answer.value)
  }
  return { busy, saved, problem, print }
}
