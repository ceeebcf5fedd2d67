import { useTranslation } from 'react-i18next'
import { useApi } from '../../api/ApiContext.tsx'
import { useSession } from '../../api/SessionContext.tsx'
import { Button } from '../../components/Button.tsx'
import { Notice } from '../../components/Notice.tsx'

type TroubleKind = 'damaged' | 'newerFile' | 'folderReadOnly' | 'diskFull'

/** The store cannot be opened: what happened, what is safe, what to do. Never an empty database. */
export function Trouble() {
  const { t } = useTranslation()
  const api = useApi()
  const { state, setState } = useSession()
  const kind = state.state as TroubleKind

  async function retry() {
    const answer = await api.call('session.state', {})
    if (answer.ok) setState(answer.value)
  }
  return (
    <main className="lone-page" id="main" tabIndex={-1}>
      <p className="brand"><b>{t('common.appName')}</b><span>{state.county?.name}</span></p>
      <h1>{t(`trouble.${kind}.title`)}</h1>
      <Notice kind="bad" urgent>{state.message ?? t(`trouble.${kind}.fallback`)}</Notice>
      <section>
        <h2>{t('trouble.safeTitle')}</h2>
        <p>{t(`trouble.${kind}.safe`)}</p>
      </section>
      <section>
        <h2>{t('trouble.todoTitle')}</h2>
        <p>{t(`trouble.${kind}.todo`)}</p>
      </section>
      {kind !== 'newerFile' && <div><Button kind="primary" onPress={() => void retry()}>{t('common.retry')}</Button></div>}
    </main>
  )
}
