import { useTranslation } from 'react-i18next'
import type { Output } from '../../api/client.ts'
import { Icon } from '../../components/Icon.tsx'
import { shortDate } from '../../components/Marks.tsx'
import { PersonName } from '../../components/PersonName.tsx'
import { moveBetweenPersons } from '../../components/PersonLink.tsx'
import { usePersonWords } from '../../components/usePersonWords.ts'
import { useView } from '../../state/view.ts'
import { useGroupWords } from './useGroupWords.ts'

/** Graduates: those without a plan first, then those of whom most is still owed. Enter opens the plan. */
export function GraduateTable({ graduates, today }: { readonly graduates: Output<'groups.overview'>['graduates']; readonly today: string }) {
  const { t } = useTranslation()
  const words = useGroupWords()
  const people = usePersonWords()
  const trail = graduates.rows.map(({ row }) => row.id)
  return (
    <section aria-labelledby="graduates-title">
      <div className="part-head">
        <h2 id="graduates-title">{t('groups.overview.graduates')} <span className="count">{graduates.total}</span></h2>
        {graduates.total > 0 && <span className="small soft">{t('groups.overview.graduatesNote', { total: graduates.total, withPlan: graduates.withPlan })}</span>}
      </div>
      {graduates.total === 0 ? <p className="overview-words">{t('groups.overview.noGraduates')}</p> : (
        <table className="plain-table graduate-table">
          <thead>
            <tr>
              {(['name', 'place', 'openedOn', 'responsible', 'progress', 'outcome'] as const).map((column) => <th key={column} scope="col">{t(`groups.overview.${column}`)}</th>)}
            </tr>
          </thead>
          {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrow keys go from name to name; each name is a link */}
          <tbody onKeyDown={moveBetweenPersons}>
            {graduates.rows.map(({ row, openedOn, responsibleName, done, owed, outcome }) => (
              <tr key={row.id}>
                <th scope="row">
                  <a className="grid-name" data-person-link href={`#/person/${row.id}/groups`} onClick={() => useView.setState({ trail })}><PersonName name={row.name} /></a>
                </th>
                <td data-title={t('groups.overview.place')}>{people.place(row)}</td>
                <td data-title={t('groups.overview.openedOn')}>{openedOn === null ? <span className="mark warn"><Icon name="dashed" />{t('groups.overview.notOpened')}</span> : shortDate(openedOn, today)}</td>
                <td data-title={t('groups.overview.responsible')}>{responsibleName ?? t('common.unknown')}</td>
                <td data-title={t('groups.overview.progress')}>{openedOn === null ? t('common.unknown') : <span className={done >= owed ? 'mark ok' : 'mark'}><Icon name={done >= owed ? 'check' : 'open'} />{`${String(done)} / ${String(owed)}`}</span>}</td>
                <td data-title={t('groups.overview.outcome')}>{outcome === null ? t('common.unknown') : words.code('graduateOutcome', outcome)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {graduates.total > graduates.rows.length && <p className="overview-words small soft">{t('groups.overview.more', { count: graduates.rows.length })}</p>}
    </section>
  )
}
