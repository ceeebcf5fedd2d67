import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../api/ApiContext.tsx'
import type { Input, Output } from '../../api/client.ts'
import { useQuery } from '../../api/useQuery.ts'
import { Button } from '../../components/Button.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { FilterBar } from '../../components/FilterBar.tsx'
import { FilterSelect } from '../../components/FilterSelect.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Waiting } from '../../components/Waiting.tsx'
import { offerUndo } from '../../state/view.ts'
import { PairRow } from './PairRow.tsx'

const atOnce = 20
const reasons = ['sameNumber', 'likeNumber', 'nameBirth', 'phoneVillage'] as const
type Reason = Input<'duplicates.list'>['reason']
type Pair = Output<'duplicates.list'>['pairs'][number]

export function LikelyPairs() {
  const { t } = useTranslation()
  const api = useApi()
  const [reason, setReason] = useState<Reason>(null)
  const [offset, setOffset] = useState(0)
  const [problem, setProblem] = useState<string | null>(null)
  const list = useRef<HTMLUListElement>(null)
  const { value, error, reload } = useQuery('duplicates.list', { reason, offset, limit: atOnce })

  useEffect(() => {
    // The last pair of the last page is gone: what is left lies before it.
    if (value !== null && value.pairs.length === 0 && value.total > 0 && offset >= value.total) setOffset(Math.floor((value.total - 1) / atOnce) * atOnce)
  }, [value, offset])

  async function dismiss({ a, b }: Pair, index: number) {
    const answer = await api.call('duplicates.dismiss', { a: a.id, b: b.id })
    setProblem(answer.ok ? null : answer.error.message)
    if (!answer.ok) return
    // Before the row goes: the next one, the one before, or the heading takes the focus.
    const links = list.current?.querySelectorAll<HTMLElement>('a.button')
    const next = links?.[index + 1] ?? links?.[index - 1] ?? document.querySelector<HTMLElement>('#main h1')
    next?.focus()
    offerUndo(t('duplicates.dismissed', { pair: t('duplicates.pair', { a: a.name, b: b.name }) }), answer.value.actionId)
    reload()
  }

  function turn(to: number) {
    setOffset(to)
    document.querySelector<HTMLElement>('#main h1')?.focus()
  }

  if (error !== null && value === null) {
    return <div className="duplicates-inset"><Notice kind="bad" urgent action={<Button size="sm" onPress={reload}>{t('common.retry')}</Button>}>{error.message}</Notice></div>
  }
  if (value === null) return <Waiting words={t('duplicates.reading')} />
  const { total, all, counts, pairs } = value
  return (
    <>
      <FilterBar label={t('duplicates.filter')}>
        <FilterSelect
          label={t('duplicates.reason')}
          all={t('duplicates.all', { count: all })}
          value={reason ?? undefined}
          onChange={(next) => {
            setReason(next ?? null)
            setOffset(0)
          }}
          options={reasons.map((each) => ({ value: each, label: t('duplicates.reasonCount', { reason: t(`duplicates.${each}`), count: counts[each] }) }))}
        />
      </FilterBar>
      {problem !== null && <div className="duplicates-inset"><Notice kind="bad" urgent>{problem}</Notice></div>}
      {total === 0 && <EmptyState>{t(reason === null ? 'duplicates.none' : 'duplicates.noneOfReason')}</EmptyState>}
      <ul className="duplicate-pairs" ref={list}>
        {pairs.map((pair, index) => <PairRow key={`${pair.a.id} ${pair.b.id}`} pair={pair} onDismiss={() => void dismiss(pair, index)} />)}
      </ul>
      {total > atOnce && (
        <nav className="duplicate-pages" aria-label={t('duplicates.pages')}>
          <span className="soft small">{t('duplicates.range', { from: offset + 1, to: offset + pairs.length, total })}</span>
          {offset > 0 && <Button size="sm" icon="left" onPress={() => turn(Math.max(0, offset - atOnce))}>{t('duplicates.earlier', { count: atOnce })}</Button>}
          {offset + atOnce < total && <Button size="sm" icon="right" onPress={() => turn(offset + atOnce)}>{t('duplicates.later', { count: Math.min(atOnce, total - offset - atOnce) })}</Button>}
        </nav>
      )}
    </>
  )
}
