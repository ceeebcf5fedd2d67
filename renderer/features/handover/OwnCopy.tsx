import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../api/ApiContext.tsx'
import { Button } from '../../components/Button.tsx'
import { Checkbox } from '../../components/Choices.tsx'
import { Notice } from '../../components/Notice.tsx'

type Told = { readonly kind: 'ok' | 'bad'; readonly words: string }

/** 本人信息副本 as a PDF for the person, also in large print. That it was taken is written down. */
export function OwnCopy({ personId }: { readonly personId: string }) {
  const { t } = useTranslation()
  const api = useApi()
  const [isLarge, setIsLarge] = useState(true)
  const [busy, setBusy] = useState(false)
  const [told, setTold] = useState<Told | null>(null)

  async function save() {
    if (busy) return
    setBusy(true)
    setTold(null)
    const answer = await api.call('papers.savePdf', { paper: 'ownCopy', args: { personId, large: isLarge } })
    setBusy(false)
    if (!answer.ok) setTold({ kind: 'bad', words: answer.error.message })
    else if (answer.value !== null) setTold({ kind: 'ok', words: t('handOver.copy.saved', { name: answer.value.fileName, count: answer.value.pages }) })
  }

  return (
    <div className="own-copy-offer">
      <p className="hand-over-actions">
        <Button icon="print" isPending={busy} onPress={() => void save()}>{t('handOver.copy.save')}</Button>
        <Checkbox checked={isLarge} onChange={setIsLarge}>{t('handOver.copy.large')}</Checkbox>
      </p>
      <p className="small soft">{t('handOver.copy.hint')}</p>
      {told !== null && <Notice kind={told.kind} urgent>{told.words}</Notice>}
    </div>
  )
}
