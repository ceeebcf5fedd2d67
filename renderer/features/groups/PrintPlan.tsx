import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../api/ApiContext.tsx'
import { Button } from '../../components/Button.tsx'
import { Notice } from '../../components/Notice.tsx'

/** The plan of a graduate on paper, to be signed. */
export function PrintPlan({ personId }: { readonly personId: string }) {
  const { t } = useTranslation()
  const api = useApi()
  const [busy, setBusy] = useState(false)
  const [told, setTold] = useState<{ readonly kind: 'ok' | 'bad'; readonly words: string } | null>(null)

  async function save() {
    if (busy) return
    setBusy(true)
    setTold(null)
    const answer = await api.call('papers.savePdf', { paper: 'graduatePlan', args: { personId } })
    setBusy(false)
    if (!answer.ok) setTold({ kind: 'bad', words: answer.error.message })
    else if (answer.value !== null) setTold({ kind: 'ok', words: t('groups.graduate.printed', { name: answer.value.fileName, count: answer.value.pages }) })
  }
  return (
    <>
      <Button size="sm" icon="print" isPending={busy} onPress={() => void save()}>{t('groups.graduate.print')}</Button>
      {told !== null && <Notice kind={told.kind} urgent>{told.words}</Notice>}
    </>
  )
}
