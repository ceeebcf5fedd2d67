import { useTranslation } from 'react-i18next'
import { Icon } from '../../components/Icon.tsx'
import type { IconName } from '../../components/Icon.tsx'
import { shortDate } from '../../components/Marks.tsx'
import { weekdayOf } from '../../components/typedDate.ts'
import type { Balance } from './Equation.tsx'

/** Day by day, newest first: what was written, what the county has, and where the rest is. */
export function DaysTable({ balance, today }: { readonly balance: Balance; readonly today: string }) {
  const { t } = useTranslation()
  const names = t('common.weekdays').split(',')
  const days = [...balance.days].sort((a, b) => (a.day < b.day ? 1 : -1))
  const n = (value: number) => value.toLocaleString('en-US')
  return (
    <table className="plain-table days-table">
      <caption className="hidden-text">{t('balance.byDay')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('balance.day')}</th>
          <th scope="col" className="number">{t('balance.written')}</th>
          <th scope="col" className="number">{t('balance.received')}</th>
          <th scope="col" className="number">{t('balance.difference')}</th>
          <th scope="col" className="number">{t('balance.unsent')}</th>
          <th scope="col" className="number">{t('balance.contested')}</th>
          <th scope="col" className="number">{t('balance.refused')}</th>
        </tr>
      </thead>
      <tbody>
        {days.map((day) => (
          <tr key={day.day}>
            <th scope="row" className="nowrap">
              {day.day === today && <>{t('common.today')} </>}{shortDate(day.day, today)} {t('common.weekday', { day: names[weekdayOf(day.day)] })}
            </th>
            <td className="number" data-title={t('balance.written')}>{n(day.written)}</td>
            <td className="number" data-title={t('balance.received')}>{n(day.received)}</td>
            <td className="number" data-title={t('balance.difference')}>
              {day.written === day.received ? <span className="mark ok"><Icon name="received" />{t('balance.even')}</span> : <strong>{n(day.written - day.received)}</strong>}
            </td>
            <td className="number" data-title={t('balance.unsent')}><Part count={day.unsent} icon="laptop" tone="" /></td>
            <td className="number" data-title={t('balance.contested')}><Part count={day.contested} icon="ask" tone="warn" /></td>
            <td className="number" data-title={t('balance.refused')}><Part count={day.refused} icon="returned" tone="bad" /></td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('balance.sum')}</th>
          <td className="number" data-title={t('balance.written')}>{n(balance.written)}</td>
          <td className="number" data-title={t('balance.received')}>{n(balance.received)}</td>
          <td className="number" data-title={t('balance.difference')}>{n(balance.written - balance.received)}</td>
          <td className="number" data-title={t('balance.unsent')}>{n(balance.unsent)}</td>
          <td className="number" data-title={t('balance.contested')}>{n(balance.contested)}</td>
          <td className="number" data-title={t('balance.refused')}>{n(balance.refused)}</td>
        </tr>
      </tfoot>
    </table>
  )
}

/** Zero is quiet; what is owed has its icon. */
function Part({ count, icon, tone }: { readonly count: number; readonly icon: IconName; readonly tone: string }) {
  if (count === 0) return <span className="faint">0</span>
  return <span className={`mark ${tone}`}><Icon name={icon} />{count.toLocaleString('en-US')}</span>
}
