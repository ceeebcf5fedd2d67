import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { codeLabel } from '../../../domain/codes/index.ts'
import type { Output } from '../../api/client.ts'
import { Icon } from '../../components/Icon.tsx'
import { SyncMark } from '../../components/Marks.tsx'
import { PersonLink } from '../../components/PersonLink.tsx'
import { NextWork } from '../planning/NextWork.tsx'
import { usePersonWords } from '../../components/usePersonWords.ts'

export type Visit = Output<'planning.agenda'>['visits'][number]

/** Speech needs no word before one knocks. */
const ordinary = '01'

/** Today's visits, village by village, in the order in which one goes. */
export function VisitTables({ visits, today }: { readonly visits: readonly Visit[]; readonly today: string }) {
  const { t } = useTranslation()
  const id = useId()
  if (visits.length === 0) return null
  const trail = visits.map(({ row }) => row.id)
  return (
    <section aria-labelledby={id}>
      <div className="part-head">
        <h2 id={id}>{t('today.visits')} <span className="count">{visits.length}</span></h2>
        <span className="small soft">{t('today.inOrder')}</span>
        <a className="more" href="#/planning">{t('today.plan')}</a>
      </div>
      <table className="plain-table due-table">
        <thead>
          <tr>
            <th scope="col" className="due-name">{t('today.column.name')}</th><th scope="col" className="due-age">{t('today.column.sexAge')}</th>
            <th scope="col" className="due-place">{t('today.column.first')}</th><th scope="col">{t('today.column.next')}</th><th scope="col" className="due-mark">{t('today.column.mark')}</th>
          </tr>
        </thead>
        {villagesOf(visits).map((village) => <VillageRows key={`${village.town} ${village.name}`} {...village} trail={trail} today={today} />)}
      </table>
    </section>
  )
}

interface Village {
  readonly name: string
  readonly town: string
  readonly visits: readonly Visit[]
}

/** In the order of the first visit of each. */
export function villagesOf(visits: readonly Visit[]): Village[] {
  const villages = new Map<string, Visit[]>()
  for (const visit of visits) {
    const key = `${visit.row.town ?? ''} ${visit.row.village ?? ''}`
    villages.set(key, [...(villages.get(key) ?? []), visit])
  }
  return [...villages.values()].map((list) => ({ name: list[0]?.row.village ?? '', town: list[0]?.row.town ?? '', visits: list }))
}

function VillageRows({ name, town, visits, trail, today }: Village & { readonly trail: readonly string[]; readonly today: string }) {
  const { t } = useTranslation()
  const words = usePersonWords()
  const done = visits.filter((visit) => visit.done).length
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={5} className="village-row">
          <b>{name === '' ? t('planning.villageUnknown') : name}</b> <span className="small soft">{town}　{t('today.households', { count: visits.length })}{done > 0 && t('today.gone', { count: done })}</span>
        </th>
      </tr>
      {visits.map(({ documentId, row, done: isDone, purpose, modes, asks }) => (
        <tr key={documentId}>
          <th scope="row"><PersonLink row={row} trail={trail} /></th>
          <td className="nowrap">{words.sexAge(row)}</td>
          <td className="due-place soft">{[...modes.filter((mode) => mode !== ordinary).map((mode) => codeLabel('communicationMode', mode, words.lang)), purpose].filter((part) => part !== null).join('；')}</td>
          <td>
            {isDone
              ? <span className="mark ok"><Icon name="check" />{t('planning.visited')}</span>
              : <NextWork row={row} asks={asks} today={today} />}
          </td>
          <td className="due-mark"><SyncMark mark={row.mark} /></td>
        </tr>
      ))}
    </tbody>
  )
}
