import { useTranslation } from 'react-i18next'
import type { Output } from '../../api/client.ts'
import { Icon } from '../../components/Icon.tsx'
import { ComboBox, Select } from '../../components/Select.tsx'

interface VillageListProps {
  readonly towns: readonly string[]
  readonly town: string | null
  readonly villages: Output<'planning.villages'>['villages']
  readonly village: string | null
  readonly onTown: (town: string) => void
  readonly onVillage: (village: string) => void
}

/** Over so many towns one is found by typing. */
const openUpTo = 7

/** Where there is most to do: the villages of a town with what is overdue, due and planned. Arrow keys go from village to village. */
export function VillageList({ towns, town, villages, village, onTown, onVillage }: VillageListProps) {
  const { t } = useTranslation()
  const Picker = towns.length > openUpTo ? ComboBox : Select
  const worstFirst = [...villages].sort((a, b) => b.overdue - a.overdue || b.due - a.due || b.open - a.open)

  function onKeyDown(event: React.KeyboardEvent<HTMLElement>) {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('button')]
    const here = buttons.findIndex((each) => each === document.activeElement)
    if (here === -1) return
    event.preventDefault()
    buttons[here + (event.key === 'ArrowDown' ? 1 : -1)]?.focus()
  }
  return (
    <section className="planning-villages" aria-label={t('planning.villages')} data-region tabIndex={-1}>
      <Picker
        label={t('planning.town')}
        value={town}
        onChange={onTown}
        options={towns.map((each) => ({ value: each, label: each === '' ? t('planning.townUnknown') : each }))}
      />
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrow keys go from village to village; each is a button */}
      <ul onKeyDown={onKeyDown}>
        {worstFirst.map((each) => (
          <li key={each.village}>
            <button type="button" className="village" aria-pressed={each.village === village} onClick={() => onVillage(each.village)}>
              <b>{each.village === '' ? t('planning.villageUnknown') : each.village}</b>
              <span className="village-counts">
                {each.overdue > 0 && <span className="mark bad"><Icon name="alert" />{t('planning.overdue', { count: each.overdue })}</span>}
                {each.due > 0 && <span className="mark warn"><Icon name="clock" />{t('planning.due', { count: each.due })}</span>}
                <span className="small soft">{t('planning.open', { count: each.open })}</span>
                {each.planned > 0 && <span className="small soft">{t('planning.plannedCount', { count: each.planned })}</span>}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
