import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../api/ApiContext.tsx'
import type { Output } from '../../api/client.ts'
import { prepared } from './shrink.ts'

export type Stored = Output<'attachments.put'>

export interface Storing {
  /** One after the other; `onStored` with each that is on the disk, and a name for it. */
  readonly store: (files: readonly File[], onStored: (stored: Stored, name: string) => void) => Promise<void>
  readonly busy: boolean
  /** Which could not be taken, each in a sentence. */
  readonly faults: readonly string[]
  readonly forget: () => void
}

/** Makes files small and stores them, sealed, on this disk. */
export function useStoring(personId: string): Storing {
  const { t } = useTranslation()
  const api = useApi()
  const [busy, setBusy] = useState(false)
  const [faults, setFaults] = useState<readonly string[]>([])

  const store = useCallback<Storing['store']>(
    async (files, onStored) => {
      if (files.length === 0) return
      setBusy(true)
      setFaults([])
      const found: string[] = []
      for (const file of files) {
        const made = await prepared(file)
        if (!made.ok) {
          found.push(t(`attachments.fault.${made.fault}`, { name: file.name }))
          continue
        }
        const answer = await api.call('attachments.put', { personId, data: made.data })
        if (answer.ok) onStored(answer.value, made.isPicture ? t('attachments.photo') : file.name.replace(/\.pdf$/i, '').slice(0, 80))
        else found.push(`${file.name}：${answer.error.message}`)
      }
      setFaults(found)
      setBusy(false)
    },
    [api, personId, t],
  )
  const forget = useCallback(() => setFaults([]), [])
  return { store, busy, faults, forget }
}
