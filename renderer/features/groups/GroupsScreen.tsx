import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { useQuery } from '../../api/useQuery.ts'
import { Button } from '../../components/Button.tsx'
import { Notice } from '../../components/Notice.tsx'
import { clearFilter, setFilter } from '../../state/view.ts'
import { GraduateTable } from './GraduateTable.tsx'
import { useGroupWords } from './useGroupWords.ts'
import './groups.css'

const shown = 200

/** How many people are in each group, with the way to their list; below it the graduates by what is still owed to them. */
export function GroupsScreen() {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const words = useGroupWords()
  const { value, error, reload } = useQuery('groups.overview', { offset: 0, limit: shown })

  function show(flag: string) {
    clearFilter()
    setFilter({ flags: [flag] })
    navigate('/caseload')
  }
  return (
    <div className="page">
      <div className="page-head">
        <h1 tabIndex={-1}>{t('groups.overview.title')}</h1>
        {value !== null && <p className="facts-line"><span>{t('groups.overview.asOf', { date: value.on })}</span></p>}
      </div>
      {error !== null && <Notice kind="bad" urgent action={<Button size="sm" onPress={reload}>{t('common.retry')}</Button>}>{error.message}</Notice>}
      {value !== null && (
        <div className="page-scroll groups-overview" data-region tabIndex={-1}>
          <section aria-labelledby="flags-title">
            <div className="part-head"><h2 id="flags-title">{t('groups.overview.byFlag')}</h2></div>
            {value.flags.length === 0 ? <p className="overview-words">{t('groups.overview.nobody')}</p> : (
              <table className="plain-table flag-counts">
                <thead><tr><th scope="col">{t('groups.overview.flag')}</th><th scope="col" className="number">{t('groups.overview.people')}</th><th scope="col"><span className="hidden-text">{t('groups.overview.show')}</span></th></tr></thead>
                <tbody>
                  {[...value.flags].sort((a, b) => b.people - a.people).map(({ flag, people }) => (
                    <tr key={flag}>
                      <th scope="row">{words.flag(flag)}</th>
                      <td className="number">{people.toLocaleString('en-US')}</td>
                      <td><button type="button" className="link-button" aria-label={t('groups.overview.showName', { name: words.flag(flag) })} onClick={() => show(flag)}>{t('groups.overview.show')}</button></td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
          </section>
          <GraduateTable graduates={value.graduates} today={value.on} />
        </div>
      )}
    </div>
  )
}
