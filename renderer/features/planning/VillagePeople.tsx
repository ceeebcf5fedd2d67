import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../api/ApiContext.tsx'
import { useSession } from '../../api/SessionContext.tsx'
import type { ApiProblem, Output } from '../../api/client.ts'
import { useQuery } from '../../api/useQuery.ts'
import { Button } from '../../components/Button.tsx'
import { Checkbox } from '../../components/Choices.tsx'
import { DateField } from '../../components/DateField.tsx'
import { Notice } from '../../components/Notice.tsx'
import { moveBetweenPersons, PersonLink } from '../../components/PersonLink.tsx'
import { TextField } from '../../components/TextField.tsx'
import { usePersonWords } from '../../components/usePersonWords.ts'
import { offerUndo } from '../../state/view.ts'
import { NextWork } from './NextWork.tsx'
import { useDayWords } from './useDayWords.ts'

interface VillagePeopleProps {
  readonly town: string
  readonly village: string
  readonly on: string
  readonly onDay: (on: string) => void
}

const pageSize = 50

/** Whom to see in a village; chosen ones, or all of them, go onto the list of a day. */
export function VillagePeople({ town, village, on, onDay }: VillagePeopleProps) {
  const { t } = useTranslation()
  const api = useApi()
  const { state } = useSession()
  const dayWords = useDayWords()
  // Of a day that is past one only reads the list.
  const day = on < state.today ? state.today : on
  const [offset, setOffset] = useState(0)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [purpose, setPurpose] = useState('')
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const { value, error } = useQuery('planning.village', { town, village, offset, limit: pageSize })
  if (error !== null) return <Notice kind="bad" urgent>{error.message}</Notice>
  if (value === null) return null
  const { rows, total } = value
  const free = rows.filter(({ planned }) => planned === null).map(({ row }) => row.id)
  const isAll = free.length > 0 && free.every((id) => chosen.has(id))

  function put(ids: readonly string[], isIn: boolean) {
    setChosen((old) => new Set(isIn ? [...old, ...ids] : [...old].filter((id) => !ids.includes(id))))
  }
  async function add() {
    if (chosen.size === 0) return
    const answer = await api.call('planning.addVisits', { personIds: [...chosen], on: day, ...(purpose.trim() === '' ? {} : { purpose }) })
    if (!answer.ok) {
      setProblem(answer.error)
      return
    }
    setProblem(null)
    setChosen(new Set())
    onDay(day)
    const { added, left } = answer.value
    offerUndo(left > 0 ? t('planning.addedSome', { count: added, left }) : t('planning.added', { count: added, day: dayWords(day) }), answer.value.actionId)
  }
  return (
    <section aria-labelledby="planning-people">
      <div className="part-head">
        <h2 id="planning-people">{t('planning.people', { village: village === '' ? t('planning.villageUnknown') : village, count: total })}</h2>
        {chosen.size > 0 && <Button kind="primary" className="more" keys="Ctrl Enter" onPress={() => void add()}>{t('planning.add', { day: dayWords(day), count: chosen.size })}</Button>}
      </div>
      <div className="planning-fields">
        <DateField label={t('planning.day')} value={day} min={state.today} required onChange={(next) => next !== null && onDay(next)} error={problem?.field === 'on' ? problem.message : null} hint="" />
        <TextField label={t('planning.purpose')} value={purpose} onChange={setPurpose} hint={t('planning.purposeHint')} maxLength={200} />
      </div>
      {problem !== null && problem.field !== 'on' && <Notice kind="bad" urgent>{problem.message}</Notice>}
      {free.length > 0 && <div className="planning-all"><Checkbox checked={isAll} onChange={(isIn) => put(free, isIn)}>{t('planning.all', { count: free.length })}</Checkbox></div>}
      <People rows={rows} chosen={chosen} onChoose={(id, isIn) => put([id], isIn)} today={state.today} />
      {total > pageSize && (
        <p className="planning-pages">
          <Button size="sm" icon="left" isDisabled={offset === 0} onPress={() => setOffset(offset - pageSize)}>{t('planning.previous')}</Button>
          <span className="small soft">{`${String(offset + 1)}–${String(offset + rows.length)} / ${String(total)}`}</span>
          <Button size="sm" icon="right" isDisabled={offset + pageSize >= total} onPress={() => setOffset(offset + pageSize)}>{t('planning.next')}</Button>
        </p>
      )}
    </section>
  )
}

interface PeopleProps {
  readonly rows: Output<'planning.village'>['rows']
  readonly chosen: ReadonlySet<string>
  readonly onChoose: (personId: string, isIn: boolean) => void
  readonly today: string
}

function People({ rows, chosen, onChoose, today }: PeopleProps) {
  const { t } = useTranslation()
  const words = usePersonWords()
  const dayWords = useDayWords()
  const trail = rows.map(({ row }) => row.id)
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrow keys go from name to name; each name is a link
    <table className="plain-table planning-table" onKeyDown={moveBetweenPersons}>
      <thead>
        <tr>
          <th scope="col" className="planning-name">{t('planning.column.name')}</th><th scope="col" className="planning-age">{t('planning.column.sexAge')}</th>
          <th scope="col">{t('planning.column.next')}</th><th scope="col" className="planning-planned">{t('planning.column.planned')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ row, asks, planned }) => (
          <tr key={row.id}>
            <th scope="row">
              <span className="planning-who">
                <Checkbox checked={chosen.has(row.id)} onChange={(isIn) => onChoose(row.id, isIn)}><span className="hidden-text">{t('planning.choose', { name: row.name })}</span></Checkbox>
                <PersonLink row={row} trail={trail} />
              </span>
            </th>
            <td className="nowrap">{words.sexAge(row)}</td>
            <td><NextWork row={row} asks={asks} today={today} /></td>
            <td className="soft">{planned !== null && (planned.own ? t('planning.planned', { day: dayWords(planned.on) }) : t('planning.plannedBy', { name: planned.byName, day: dayWords(planned.on) }))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
