import { useTranslation } from 'react-i18next'
import type { Output, PersonRow } from '../../api/client.ts'
import { Button } from '../../components/Button.tsx'
import { Icon } from '../../components/Icon.tsx'
import { PersonName } from '../../components/PersonName.tsx'
import { usePersonWords } from '../../components/usePersonWords.ts'
import { useWhyWords } from './useWhyWords.ts'

interface PairRowProps {
  readonly pair: Output<'duplicates.list'>['pairs'][number]
  readonly onDismiss: () => void
}

/** Two people side by side, why they may be one, and the two things that can be done. */
export function PairRow({ pair, onDismiss }: PairRowProps) {
  const { t } = useTranslation()
  const why = useWhyWords()
  const words = t('duplicates.pair', { a: pair.a.name, b: pair.b.name })
  return (
    <li className="duplicate-pair">
      <div className="duplicate-people"><Person row={pair.a} /><Person row={pair.b} /></div>
      <ul className="duplicate-why">
        {pair.why.map((one) => <li key={one.reason} className="tag"><Icon name="info" /> {why(one)}</li>)}
      </ul>
      <div className="duplicate-do">
        <a className="button plain sm" href={`#/duplicates/compare/${pair.a.id}/${pair.b.id}`} aria-label={t('duplicates.comparePair', { pair: words })}>{t('duplicates.compare')}</a>
        <Button kind="quiet" size="sm" aria-label={t('duplicates.notSamePair', { pair: words })} onPress={onDismiss}>{t('duplicates.notSame')}</Button>
      </div>
    </li>
  )
}

function Person({ row }: { readonly row: PersonRow }) {
  const words = usePersonWords()
  return (
    <div className="duplicate-person">
      <a href={`#/person/${row.id}`}><PersonName name={row.name} /></a>
      <span className="soft small">{words.sexAge(row)}　{words.disability(row)}</span>
      <span className="soft small">{row.idNumberMasked}</span>
      <span className="soft small">{words.place(row)}</span>
    </div>
  )
}
