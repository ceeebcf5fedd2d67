import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { useApi } from '../../api/ApiContext.tsx'
import { Button } from '../../components/Button.tsx'
import { Notice } from '../../components/Notice.tsx'
import { SaveState } from '../../components/SaveState.tsx'
import { clearFilter, setFilter } from '../../state/view.ts'
import { chooseRoster } from './importRun.ts'
import type { Outcome } from './importRun.ts'

/** What the import did, in one sentence, and where to go from here. */
export function ResultPane({ outcome }: { readonly outcome: Outcome }) {
  const { t } = useTranslation()
  const api = useApi()
  const [, navigate] = useLocation()
  const n = (value: number) => value.toLocaleString('en-US')
  function toCaseload(toVerify: boolean) {
    clearFilter()
    if (toVerify) setFilter({ toVerify: true })
    navigate('/caseload')
  }
  return (
    <div className="import-result import-inset">
      <div role="status">
        <Notice kind="ok">
          <b>{t('importing.result', { added: n(outcome.added), updated: n(outcome.updated), unchanged: n(outcome.unchanged) })}</b>
          {outcome.leftOut > 0 && <> {t('importing.resultLeftOut', { count: outcome.leftOut, n: n(outcome.leftOut) })}</>}
          {outcome.toVerify > 0 && <> {t('importing.resultToVerify', { count: outcome.toVerify, n: n(outcome.toVerify) })}</>}
        </Notice>
      </div>
      <SaveState saved={{ state: 'saved', at: outcome.savedAt }} />
      <div className="import-buttons">
        <Button kind="primary" keys="Ctrl Enter" onPress={() => toCaseload(false)}>{t('importing.toCaseload')}</Button>
        {outcome.toVerify > 0 && <Button icon="ask" onPress={() => toCaseload(true)}>{t('importing.toVerify')}</Button>}
        <Button icon="import" onPress={() => void chooseRoster(api)}>{t('importing.another')}</Button>
      </div>
    </div>
  )
}
