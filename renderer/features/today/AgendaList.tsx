import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../api/client.ts'
import { Button } from '../../components/Button.tsx'
import { DueMark } from '../../components/Marks.tsx'
import { PersonName } from '../../components/PersonName.tsx'
import { useView } from '../../state/view.ts'

type List = Output<'planning.agenda'>['lists'][number]

/** The longest waiting; the others are a key away, so that one kind does not push the rest out of sight. */
const shownAtFirst = 5

/** Where in the file each kind is dealt with. */
const placeOf: Readonly<Record<List['kind'], string>> = { followUp: '4', placementCheck: 'employment', renewal: '3', reassess: '2', certificate: 'basics' }

/** What files ask for on a day, one kind: the oldest first, each the way into its file. */
export function AgendaList({ list, today }: { readonly list: List; readonly today: string }) {
  const { t } = useTranslation()
  const { kind, total, rows } = list
  const [isWhole, setWhole] = useState(false)
  const listed = isWhole ? rows : rows.slice(0, shownAtFirst)
  const trail = rows.map(({ row }) => row.id)
  return (
    <section>
      <div className="part-head">
        <h2>{t(`today.agenda.${kind}`)} <span className="count">{total}</span></h2>
        {rows.length > shownAtFirst && <Button kind="quiet" size="sm" className="more" aria-expanded={isWhole} onPress={() => setWhole(!isWhole)}>{t(isWhole ? 'today.fewer' : 'today.list')}<span className="hidden-text"> {t(`today.agenda.${kind}`)}</span></Button>}
      </div>
      <ul>
        {listed.map(({ on, row }) => (
          <li key={row.id} className="side-item">
            <a className="grid-name" data-person-link href={`#/person/${row.id}/${placeOf[kind]}`} onClick={() => useView.setState({ trail })}><PersonName name={row.name} /></a>
            <span className="soft small">{row.village ?? row.town}</span>
            <DueMark dueOn={on} today={today} />
          </li>
        ))}
        {isWhole && total > rows.length && <li className="side-item small soft">{t('today.more', { count: total - rows.length })}</li>}
      </ul>
    </section>
  )
}
