import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { useApi } from '../../api/ApiContext.tsx'
import type { ApiProblem, Output } from '../../api/client.ts'
import { Button } from '../../components/Button.tsx'
import { RadioGroup } from '../../components/Choices.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Waiting } from '../../components/Waiting.tsx'
import { offerUndo } from '../../state/view.ts'
import { ChoiceRow } from './ChoiceRow.tsx'
import { useCompareWords } from './useCompareWords.ts'
import { useRecordCounts } from './useRecordCounts.ts'
import './DuplicatesScreen.css'

type Compared = Output<'duplicates.compare'>
/** Whose value stays: the first file of the address or the second. */
type Side = 'a' | 'b'

/** Two files side by side. Asked once and by a call of its own: every look at full numbers is kept. */
export function CompareScreen({ a, b }: { readonly a: string; readonly b: string }) {
  const { t } = useTranslation()
  const api = useApi()
  const [compared, setCompared] = useState<Compared | null>(null)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const [round, setRound] = useState(0)
  useEffect(() => {
    let wanted = true
    void api.call('duplicates.compare', { survivorId: a, loserId: b }).then((answer) => {
      if (!wanted) return
      if (answer.ok) setCompared(answer.value)
      setProblem(answer.ok ? null : answer.error)
    })
    return () => {
      wanted = false
    }
  }, [api, a, b, round])
  return (
    <div className="page">
      <div className="page-head">
        <h1 tabIndex={-1}>{t('duplicates.compareTitle')}</h1>
        <div className="actions"><a className="button quiet md" href="#/duplicates">{t('duplicates.toList')}</a></div>
      </div>
      {problem !== null && (
        <div className="duplicates-inset">
          <Notice kind="bad" urgent action={<Button size="sm" onPress={() => setRound((count) => count + 1)}>{t('common.retry')}</Button>}>{problem.message}</Notice>
        </div>
      )}
      {compared === null && problem === null && <Waiting words={t('duplicates.reading')} />}
      {compared !== null && problem === null && <Choosing key={round} compared={compared} onProblem={setProblem} />}
    </div>
  )
}

function Choosing({ compared, onProblem }: { readonly compared: Compared; readonly onProblem: (problem: ApiProblem) => void }) {
  const { t } = useTranslation()
  const api = useApi()
  const [, navigate] = useLocation()
  const fields = useCompareWords()
  const counts = useRecordCounts()
  const first = compared.survivor
  const second = compared.loser
  const total = (side: Compared['survivor']) => side.records.reduce((sum, each) => sum + each.n, 0)
  const [kept, setKept] = useState<Side>(total(second) > total(first) ? 'b' : 'a')
  const [chosen, setChosen] = useState<{ readonly [field: string]: Side }>({})
  const [isAsked, setAsked] = useState(false)
  const rows = useRef<HTMLDivElement>(null)
  const differ = compared.fields.filter((field) => field.state === 'differ')
  const oneSided = compared.fields.filter((field) => field.state === 'onlyLoser' || field.state === 'onlySurvivor')
  const same = compared.fields.filter((field) => field.state === 'same')
  const open = differ.filter(({ field }) => chosen[field] === undefined)
  const letters = { a: t('duplicates.first'), b: t('duplicates.second') }

  async function merge() {
    setAsked(true)
    const [gap] = open
    if (gap !== undefined) {
      rows.current?.querySelector<HTMLElement>(`[data-path="${gap.field}"] input`)?.focus()
      return
    }
    const [survivor, loser] = kept === 'a' ? [first, second] : [second, first]
    const answer = await api.call('persons.merge', {
      survivorId: survivor.row.id,
      loserId: loser.row.id,
      choices: Object.fromEntries(differ.map(({ field }) => [field, chosen[field] === kept ? 'survivor' as const : 'loser' as const])),
      versions: { survivor: survivor.version, loser: loser.version },
    })
    if (!answer.ok) return onProblem(answer.error)
    offerUndo(t('duplicates.done', { name: answer.value.row.name }), answer.value.actionId)
    navigate('/duplicates')
  }

  const fileWords = (side: Compared['survivor'], letter: Side) => t('duplicates.file', { letter: letters[letter], name: side.row.name, number: side.row.idNumberMasked })
  return (
    <>
      <div className="page-scroll" data-region tabIndex={-1} ref={rows}>
        <div className="compare-which">
          <RadioGroup
            label={t('duplicates.which')} hint={t('duplicates.whichHint')} vertical value={kept} onChange={setKept}
            options={[{ value: 'a', label: fileWords(first, 'a'), note: counts(first.records) }, { value: 'b', label: fileWords(second, 'b'), note: counts(second.records) }]}
          />
        </div>
        <section aria-labelledby="compare-differ">
          <h2 id="compare-differ" className="part-head">{differ.length === 0 ? t('duplicates.noneDiffer') : t('duplicates.differ', { count: differ.length })}</h2>
          {differ.map(({ field, survivor, loser }) => (
            <ChoiceRow
              key={field} path={field} label={fields.label(field)} letters={letters}
              values={{ a: fields.words(field, survivor) ?? '', b: fields.words(field, loser) ?? '' }}
              value={chosen[field] ?? null}
              onChange={(side) => setChosen((old) => ({ ...old, [field]: side }))}
              error={isAsked && chosen[field] === undefined ? t('duplicates.chooseOne') : null}
            />
          ))}
        </section>
        <Rest title={t('duplicates.onlyOne', { count: oneSided.length })} fields={oneSided} isOpen />
        <Rest title={t('duplicates.same', { count: same.length })} fields={same} isOpen={false} />
      </div>
      <div className="page-foot">
        <span role="status">{isAsked && open.length > 0 ? t('duplicates.open', { count: open.length }) : t('duplicates.chosen', { done: differ.length - open.length, total: differ.length })}</span>
        <span className="compare-do"><Button kind="primary" keys="Ctrl Enter" onPress={() => void merge()}>{t('duplicates.merge')}</Button></span>
      </div>
    </>
  )
}

/** What nobody has to choose. */
function Rest({ title, fields, isOpen }: { readonly title: string; readonly fields: Compared['fields']; readonly isOpen: boolean }) {
  const words = useCompareWords()
  if (fields.length === 0) return null
  return (
    <details className="compare-rest" open={isOpen}>
      <summary>{title}</summary>
      <dl>
        {fields.map(({ field, survivor, loser }) => (
          <div key={field}><dt className="soft">{words.label(field)}</dt><dd>{words.words(field, survivor ?? loser)}</dd></div>
        ))}
      </dl>
    </details>
  )
}
