import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../api/ApiContext.tsx'
import { useSession } from '../../api/SessionContext.tsx'
import type { Answer, ApiProblem, Output } from '../../api/client.ts'
import { useQuery } from '../../api/useQuery.ts'
import { Button } from '../../components/Button.tsx'
import { Notice } from '../../components/Notice.tsx'
import { moveBetweenPersons } from '../../components/PersonLink.tsx'
import { offerUndo } from '../../state/view.ts'
import { MoveDialog } from './MoveDialog.tsx'
import { useDayWords } from './useDayWords.ts'
import { usePrintPack } from './usePrintPack.ts'
import { VisitItem } from './VisitItem.tsx'

export type Visit = Output<'planning.day'>['visits'][number]

/** The visits of a day in their order: moved, taken off, printed. Those that were made tick themselves off. */
export function DayList({ on, onDay }: { readonly on: string; readonly onDay: (on: string) => void }) {
  const { t } = useTranslation()
  const api = useApi()
  const { state } = useSession()
  const dayWords = useDayWords()
  const { value, reload } = useQuery('planning.day', { on })
  const days = useQuery('planning.days', {}).value ?? []
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const [moving, setMoving] = useState<readonly Visit[] | null>(null)
  const pack = usePrintPack()
  const head = useRef<HTMLHeadingElement>(null)
  const visits = value?.visits ?? []
  const left = visits.filter((visit) => !visit.done)
  const others = days.filter((day) => day.on !== on)

  function settle(answer: Answer<'planning.moveVisits'>, words: string): boolean {
    setProblem(answer.ok ? null : answer.error)
    if (answer.ok) offerUndo(words, answer.value.actionId)
    reload()
    return answer.ok
  }
  async function shift(at: number, by: 1 | -1) {
    const ids = visits.map((visit) => visit.documentId)
    const [here, there] = [ids[at], ids[at + by]]
    if (here === undefined || there === undefined) return
    ids[at] = there
    ids[at + by] = here
    settle(await api.call('planning.orderVisits', { documentIds: ids }), t('planning.ordered'))
  }
  async function drop(visit: Visit) {
    if (settle(await api.call('planning.dropVisits', { documentIds: [visit.documentId] }), t('planning.dropped', { name: visit.row.name }))) head.current?.focus()
  }
  async function move(day: string) {
    const chosen = moving ?? []
    const answer = await api.call('planning.moveVisits', { documentIds: chosen.map((visit) => visit.documentId), on: day })
    if (settle(answer, t('planning.moved', { count: chosen.length, day: dayWords(day) }))) {
      setMoving(null)
      head.current?.focus()
    }
  }
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrow keys go from name to name; each name is a link
    <aside className="planning-day" aria-labelledby="planning-day" data-region tabIndex={-1} onKeyDown={moveBetweenPersons}>
      <div className="part-head"><h2 id="planning-day" tabIndex={-1} ref={head}>{t('planning.list', { day: dayWords(on), count: visits.length })}</h2></div>
      {problem !== null && <Notice kind="bad" urgent>{problem.message}</Notice>}
      {pack.problem !== null && <Notice kind="bad" urgent>{pack.problem.message}</Notice>}
      {pack.saved !== null && <Notice kind="ok" urgent>{t('planning.printed', { file: pack.saved.fileName, pages: pack.saved.pages })}</Notice>}
      {value !== null && visits.length === 0 && <p className="planning-none soft">{t('planning.listEmpty')}</p>}
      <ol>
        {visits.map((visit, at) => (
          <VisitItem
            key={visit.documentId} visit={visit} number={at + 1} today={state.today} trail={visits.map(({ row }) => row.id)}
            onUp={() => void shift(at, -1)}
            onDown={() => void shift(at, 1)}
            onMove={() => setMoving([visit])}
            onDrop={() => void drop(visit)}
          />
        ))}
      </ol>
      {left.length > 0 && (
        <div className="planning-do">
          <Button icon="print" data-print isDisabled={pack.busy} keys="Ctrl P" onPress={() => void pack.print(on)}>{pack.busy ? t('planning.printing') : t('planning.print')}</Button>
          <Button kind="quiet" icon="today" onPress={() => setMoving(left)}>{t('planning.moveLeft')}</Button>
          <p className="small soft">{t('planning.printHint')}</p>
        </div>
      )}
      {others.length > 0 && (
        <section className="planning-others">
          <h3>{t('planning.otherDays')}</h3>
          <ul>
            {others.map((day) => (
              <li key={day.on}>
                <Button size="sm" onPress={() => {
                  onDay(day.on)
                  head.current?.focus()
                }}>{t('planning.dayCount', { day: dayWords(day.on), count: day.visits })}</Button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {moving !== null && <MoveDialog onClose={() => setMoving(null)} onMove={(day) => void move(day)} problem={problem} from={on} />}
    </aside>
  )
}
