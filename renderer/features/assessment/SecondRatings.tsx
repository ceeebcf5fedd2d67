import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { useSession } from '../../api/SessionContext.tsx'
import type { Output } from '../../api/client.ts'
import { useQuery } from '../../api/useQuery.ts'
import { Button } from '../../components/Button.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { Icon } from '../../components/Icon.tsx'
import { DueMark } from '../../components/Marks.tsx'
import { Notice } from '../../components/Notice.tsx'
import { PersonLink } from '../../components/PersonLink.tsx'
import { usePersonWords } from '../../components/usePersonWords.ts'
import { AgreementTable } from './AgreementTable.tsx'
import './assessment.css'

type Drawn = Output<'assessment.drawn'>

/** The assessments that a second person rates too, how the two agree (office and supervisor), and who is to be assessed again. */
export function SecondRatings() {
  const { t } = useTranslation()
  const { state } = useSession()
  const { value, error, reload } = useQuery('assessment.drawn', {})
  const seesAgreement = state.current?.role === 'office' || state.current?.role === 'supervisor'
  return (
    <div className="page">
      <div className="page-head">
        <h1 tabIndex={-1}>{t('assessment.second.title')}</h1>
        {value !== null && <p className="facts-line"><span>{t('assessment.second.standing', { year: value.cycleYear, drawn: value.drawn, done: value.done })}</span></p>}
      </div>
      {error !== null && <Notice kind="bad" urgent action={<Button size="sm" onPress={reload}>{t('common.retry')}</Button>}>{error.message}</Notice>}
      {value !== null && (
        <div className="page-scroll" data-region tabIndex={-1}>
          <p className="second-explain soft">{t('assessment.second.explain')}</p>
          {value.rows.length === 0 ? <EmptyState>{t('assessment.second.none')}</EmptyState> : <DrawnTable value={value} />}
          {seesAgreement && <AgreementTable />}
          {value.again.total > 0 && <AgainTable again={value.again} today={state.today} />}
        </div>
      )}
    </div>
  )
}

function DrawnTable({ value }: { readonly value: Drawn }) {
  const { t } = useTranslation()
  const { state } = useSession()
  const [, navigate] = useLocation()
  const words = usePersonWords()
  const mayRate = state.current?.role !== 'supervisor'
  const trail = value.rows.map(({ row }) => row.id)
  return (
    <table className="plain-table second-table">
      <caption className="hidden-text">{t('assessment.second.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('assessment.second.person')}</th><th scope="col">{t('assessment.second.first')}</th><th scope="col">{t('assessment.second.second')}</th>
        </tr>
      </thead>
      <tbody>
        {value.rows.map(({ assessmentId, row, assessedOn, assessorName, state: standing, isBegun, ratedOn, raterName }) => (
          <tr key={assessmentId}>
            <th scope="row"><PersonLink row={row} trail={trail} step={2} /> <span className="soft small">{words.place(row)}</span></th>
            <td>{assessedOn} <span className="soft">{assessorName}</span></td>
            <td>
              {standing === 'done' && <span className="mark ok"><Icon name="check" />{t('assessment.second.done', { date: ratedOn, name: raterName ?? '' })}</span>}
              {standing === 'own' && <span className="soft">{t('assessment.second.own')}</span>}
              {standing === 'open' && (mayRate
                ? <Button size="sm" onPress={() => navigate(`/second-rating/${assessmentId}`)}>{t(isBegun ? 'assessment.second.goOn' : 'assessment.second.rate')}<span className="hidden-text"> {row.name}</span></Button>
                : <span className="mark idle"><Icon name="dashed" />{t('assessment.second.open')}</span>)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function AgainTable({ again, today }: { readonly again: Drawn['again']; readonly today: string }) {
  const { t } = useTranslation()
  const words = usePersonWords()
  const trail = again.rows.map(({ row }) => row.id)
  return (
    <section aria-labelledby="assess-again" className="second-part">
      <div className="part-head"><h2 id="assess-again">{t('assessment.again.title')} <span className="count">{again.total}</span></h2><span className="small soft">{t('assessment.again.explain')}</span></div>
      <table className="plain-table">
        <thead><tr><th scope="col">{t('assessment.second.person')}</th><th scope="col">{t('assessment.again.last')}</th><th scope="col">{t('assessment.again.due')}</th></tr></thead>
        <tbody>
          {again.rows.map(({ row, on, dueOn }) => (
            <tr key={row.id}>
              <th scope="row"><PersonLink row={row} trail={trail} step={2} /> <span className="soft small">{words.place(row)}</span></th>
              <td>{on}</td>
              <td><DueMark dueOn={dueOn} today={today} /></td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
