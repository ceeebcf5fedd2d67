import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isIsoDate } from '../../../domain/plan/index.ts'
import { useSession } from '../../api/SessionContext.tsx'
import { useQuery } from '../../api/useQuery.ts'
import { Button } from '../../components/Button.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { Icon } from '../../components/Icon.tsx'
import { Notice } from '../../components/Notice.tsx'
import { DayList } from './DayList.tsx'
import { VillageList } from './VillageList.tsx'
import { VillagePeople } from './VillagePeople.tsx'
import './PlanningScreen.css'

/** Villages by what is owed, the people of one of them, and the list of a day: whom to see, when, in which order. */
export function PlanningScreen({ day }: { readonly day: string | undefined }) {
  const { t } = useTranslation()
  const { state } = useSession()
  const [town, setTown] = useState<string | null>(null)
  const [village, setVillage] = useState<string | null>(null)
  const [on, setOn] = useState(day !== undefined && isIsoDate(day) ? day : state.today)
  const { value, error, reload } = useQuery('planning.villages', { town })
  const chosen = value?.villages.find((each) => each.village === village)

  return (
    <div className="page">
      <div className="page-head"><h1 tabIndex={-1}>{t('planning.title')}</h1></div>
      {error !== null && <Notice kind="bad" urgent action={<Button size="sm" onPress={reload}>{t('common.retry')}</Button>}>{error.message}</Notice>}
      {value !== null && value.towns.length === 0 && <EmptyState>{t('planning.nobodyOwes')}</EmptyState>}
      {value !== null && value.towns.length > 0 && (
        <div className="planning-columns">
          <VillageList
            towns={value.towns} town={value.town} villages={value.villages} village={chosen?.village ?? null}
            onTown={(next) => {
              setTown(next)
              setVillage(null)
            }}
            onVillage={setVillage}
          />
          <div className="planning-main" data-region tabIndex={-1}>
            {value.town === null || chosen === undefined
              ? <EmptyState>{value.villages.length === 0 ? t('planning.townDone') : t('planning.chooseVillage')}</EmptyState>
              : <VillagePeople key={`${value.town}/${chosen.village}`} town={value.town} village={chosen.village} on={on} onDay={setOn} />}
          </div>
          <DayList on={on} onDay={setOn} />
        </div>
      )}
      <div className="page-foot"><span><Icon name="laptop" /> {t('today.local')}</span></div>
    </div>
  )
}
