import { create } from 'zustand'
import type { Api, ApiProblem, ImportPreview, Output } from '../../api/client.ts'

/**
 * Where one import stands, kept while the person looks at other screens. It holds counts and words of the preview, never rows: those stay in the
 * store worker and are asked for page by page.
 */

export type Stage = 'choose' | 'reading' | 'header' | 'findings' | 'writing' | 'done'
export type Outcome = Output<'roster.confirm'>

interface ImportRun {
  readonly stage: Stage
  readonly fileName: string | null
  readonly preview: ImportPreview | null
  readonly outcome: Outcome | null
  readonly problem: ApiProblem | null
  /** The last look ended because the person stopped it. */
  readonly stopped: boolean
  /** Answers to an earlier round come too late. */
  readonly round: number
  /** Whose import it is; somebody else starts afresh. */
  readonly userId: string | null
}

const start: ImportRun = {
  stage: 'choose', fileName: null, preview: null, outcome: null, problem: null, stopped: false, round: 0, userId: null,
}

export const useImportRun = create<ImportRun>(() => start)

export function startOver(userId: string | null): void {
  useImportRun.setState((old) => ({ ...start, round: old.round + 1, userId }))
}

/** The import that the screen still tells about was taken back: its sentence would no longer be true. */
export function forgetOutcome(actionId: string): void {
  const { outcome, userId } = useImportRun.getState()
  if (outcome?.actionId === actionId) startOver(userId)
}

export function goTo(stage: 'header' | 'findings'): void {
  useImportRun.setState({ stage, problem: null })
}

export async function chooseRoster(api: Api): Promise<void> {
  const { round } = useImportRun.getState()
  const chosen = await api.call('roster.choose', {})
  if (useImportRun.getState().round !== round) return
  if (!chosen.ok) {
    useImportRun.setState({ problem: chosen.error })
    return
  }
  if (chosen.value === null) return
  const now = round + 1
  const { userId } = useImportRun.getState()
  useImportRun.setState({ ...start, stage: 'reading', fileName: chosen.value.fileName, round: now, userId })
  const preview = await api.call('roster.preview', { token: chosen.value.token })
  if (useImportRun.getState().round !== now) return
  if (preview.ok) useImportRun.setState({ stage: 'header', preview: preview.value })
  else useImportRun.setState({ stage: 'choose', ...endOf(preview.error) })
}

export async function confirmRoster(api: Api): Promise<void> {
  const { preview, round, stage } = useImportRun.getState()
  if (preview === null || stage !== 'findings') return
  useImportRun.setState({ stage: 'writing', problem: null, stopped: false })
  const outcome = await api.call('roster.confirm', { importId: preview.importId })
  if (useImportRun.getState().round !== round) return
  if (outcome.ok) useImportRun.setState({ stage: 'done', outcome: outcome.value })
  else if (outcome.error.code === 'previewGone') useImportRun.setState({ ...start, round: round + 1, problem: outcome.error })
  else useImportRun.setState({ stage: 'findings', ...endOf(outcome.error) })
}

/** Stops what is under way; the call that it stops answers by itself. */
export async function stopImport(api: Api): Promise<void> {
  await api.call('roster.cancel', { importId: null })
}

/** Leaves the preview: the worker forgets it, nothing was written. */
export async function dropPreview(api: Api): Promise<void> {
  const { preview, userId } = useImportRun.getState()
  startOver(userId)
  if (preview !== null) await api.call('roster.cancel', { importId: preview.importId })
}

function endOf(error: ApiProblem): { problem: ApiProblem | null; stopped: boolean } {
  return error.code === 'cancelled' ? { problem: null, stopped: true } : { problem: error, stopped: false }
}
