import { useTranslation } from 'react-i18next'
import { Button } from '../../components/Button.tsx'
import { Icon } from '../../components/Icon.tsx'
import { DueMark } from '../../components/Marks.tsx'
import { PersonLink } from '../../components/PersonLink.tsx'
import type { Visit } from './DayList.tsx'

interface VisitItemProps {
  readonly visit: Visit
  readonly number: number
  readonly today: string
  readonly trail: readonly string[]
  /** At the ends they do nothing: a button that went away would take the focus along. */
  readonly onUp: () => void
  readonly onDown: () => void
  readonly onMove: () => void
  readonly onDrop: () => void
}

export function VisitItem({ visit, number, today, trail, onUp, onDown, onMove, onDrop }: VisitItemProps) {
  const { t } = useTranslation()
  const { row, asks, done, purpose, on } = visit
  const firstOn = [row.dueOn, ...asks.map((ask) => ask.on)].filter((day) => day !== null).sort()[0]
  const { name } = row
  return (
    <li className="planned">
      <span className="planned-number" aria-hidden="true">{number}</span>
      <span className="planned-who">
        <PersonLink row={row} trail={trail} /> <span className="small soft">{row.village ?? row.town}</span>
        {purpose !== null && <span className="small soft planned-purpose">{purpose}</span>}
      </span>
      <span className="planned-state">
        {done
          ? <span className="mark ok"><Icon name="check" />{t('planning.visited')}</span>
          : on < today ? <span className="mark warn"><Icon name="clock" />{t('planning.missed')}</span> : firstOn !== undefined && <DueMark dueOn={firstOn} today={today} />}
      </span>
      <span className="planned-do">
        <Button kind="quiet" size="sm" icon="up" iconOnly onPress={onUp}>{t('planning.up', { name })}</Button>
        <Button kind="quiet" size="sm" icon="down" iconOnly onPress={onDown}>{t('planning.down', { name })}</Button>
        {!done && <Button kind="quiet" size="sm" icon="today" iconOnly onPress={onMove}>{t('planning.move', { name })}</Button>}
        {!done && <Button kind="quiet" size="sm" icon="close" iconOnly onPress={onDrop}>{t('planning.drop', { name })}</Button>}
      </span>
    </li>
  )
}
