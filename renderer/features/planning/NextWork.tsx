import { useTranslation } from 'react-i18next'
import type { Output } from '../../api/client.ts'
import { DueMark } from '../../components/Marks.tsx'
import './NextWork.css'

type Person = Pick<Output<'planning.village'>['rows'][number], 'row' | 'asks'>

/** What there is to do at the door: the next step, and what was promised or is to be asked besides. */
export function NextWork({ row, asks, today }: Person & { readonly today: string }) {
  const { t } = useTranslation()
  return (
    <span className="next-work">
      {row.nextStep !== null && <span>{t(`common.stepShort.s${row.nextStep}`)} {row.dueOn !== null && <DueMark dueOn={row.dueOn} today={today} />}</span>}
      {asks.map(({ kind, on }) => <span key={kind}>{t(`today.agenda.${kind}`)} <DueMark dueOn={on} today={today} /></span>)}
    </span>
  )
}
