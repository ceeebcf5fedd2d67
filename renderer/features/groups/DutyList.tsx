import { useTranslation } from 'react-i18next'
import type { Output } from '../../api/client.ts'
import { Icon } from '../../components/Icon.tsx'
import { shortDate } from '../../components/Marks.tsx'
import { useGroupWords } from './useGroupWords.ts'

type Duty = Output<'groups.ofPerson'>['groups'][number]['duties'][number]

/** What the plan owes, from which action, and what was done towards it this year. */
export function DutyList({ label, duties, today }: { readonly label: string; readonly duties: readonly Duty[]; readonly today: string }) {
  const { t } = useTranslation()
  const words = useGroupWords()
  if (duties.length === 0) return null
  return (
    <ul className="duties" aria-label={label}>
      {duties.map((duty) => (
        <li key={duty.id} className="duty">
          <span className={duty.done.length > 0 ? 'mark ok' : 'mark'}>
            <Icon name={duty.done.length > 0 ? 'check' : 'dashed'} />
            {duty.done.length > 0 ? t('groups.dutyDone') : t('groups.dutyOpen')}
          </span>
          <div>
            <p>{words.pick(duty.words)} <span className="soft small">{t('groups.fromAction', { action: words.pick(duty.action) })}</span></p>
            {duty.done.length > 0 && (
              <p className="small soft">
                {duty.done.map(({ on, entity, serviceType }) => `${shortDate(on, today)} ${serviceType === null ? words.source(entity) : words.code('serviceType', serviceType)}`).join(t('groups.and'))}
              </p>
            )}
          </div>
        </li>
      ))}
    </ul>
  )
}
