import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button as AriaButton } from 'react-aria-components/Button'
import { useApi } from '../../api/ApiContext.tsx'
import { useSession } from '../../api/SessionContext.tsx'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { Icon } from '../../components/Icon.tsx'
import './attachments.css'

interface PictureProps {
  readonly personId: string
  readonly hash: string
  readonly name: string
}

type Loaded = { readonly at: 'waiting' } | { readonly at: 'here'; readonly type: string; readonly url: string } | { readonly at: 'missing'; readonly message: string }

/** A stored file, small; pressed, it opens large. What is not on this computer says so. */
export function Picture({ personId, hash, name }: PictureProps) {
  const { t } = useTranslation()
  const api = useApi()
  const [loaded, setLoaded] = useState<Loaded>({ at: 'waiting' })
  const [isOpen, setIsOpen] = useState(false)
  const [told, setTold] = useState<string | null>(null)
  const mayWrite = useSession().state.current?.role !== 'supervisor'

  useEffect(() => {
    let wanted = true
    void api.call('attachments.get', { personId, hash, look: false }).then((answer) => {
      if (!wanted) return
      setLoaded(answer.ok
        ? { at: 'here', type: answer.value.type, url: `data:${answer.value.type};base64,${answer.value.data}` }
        : { at: 'missing', message: answer.error.message })
    })
    return () => {
      wanted = false
    }
  }, [api, personId, hash])

  function open() {
    setIsOpen(true)
    // Who looked at it is kept, and when; the picture itself is here already.
    void api.call('attachments.get', { personId, hash, look: true })
  }

  if (loaded.at === 'waiting') return <span className="picture waiting" aria-busy="true" />
  if (loaded.at === 'missing') return <p className="picture-missing small"><Icon name="info" /><span>{loaded.message}</span></p>
  async function saveAs() {
    const answer = await api.call('attachments.save', { personId, hash, name })
    if (!answer.ok) setTold(answer.error.message)
    else if (answer.value !== null) setTold(t('attachments.saved', { name: answer.value.fileName }))
  }

  const isPdf = loaded.type === 'application/pdf'
  return (
    <>
      <AriaButton className={isPdf ? 'picture file' : 'picture'} onPress={isPdf ? () => setIsOpen(true) : open} aria-label={t(isPdf ? 'attachments.openPdf' : 'attachments.look', { name })}>
        {isPdf ? 'PDF' : <img src={loaded.url} alt="" />}
      </AriaButton>
      <Dialog
        open={isOpen}
        onClose={() => setIsOpen(false)}
        title={name}
        wide={!isPdf}
        actions={(
          <>
            {mayWrite && <Button onPress={() => void saveAs()}>{t('attachments.saveAs')}</Button>}
            <Button autoFocus onPress={() => setIsOpen(false)}>{t('attachments.close')}</Button>
          </>
        )}
      >
        {isPdf ? <p>{t('attachments.pdf')}</p> : <img className="picture-large" src={loaded.url} alt={name} />}
        {told !== null && <p role="status">{told}</p>}
      </Dialog>
    </>
  )
}
