import { useCallback, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { currentInstrument, instrumentOf } from '../../../domain/assessment/index.ts'
import { codeLabel } from '../../../domain/codes/index.ts'
import { useSession } from '../../api/SessionContext.tsx'
import type { JsonObject, Output } from '../../api/client.ts'
import { useQuery } from '../../api/useQuery.ts'
import { useKeys } from '../../app/useKeys.ts'
import { Button } from '../../components/Button.tsx'
import { Notice } from '../../components/Notice.tsx'
import { PersonName } from '../../components/PersonName.tsx'
import { TextField } from '../../components/TextField.tsx'
import { usePersonWords } from '../../components/usePersonWords.ts'
import { codeLanguage } from '../../i18n/index.ts'
import { offerUndo } from '../../state/view.ts'
import { FormFoot } from '../records/FormFoot.tsx'
import { FormNotices } from '../records/FormNotices.tsx'
import { ScaleItems } from '../records/ScaleItems.tsx'
import { useRecordForm } from '../records/useRecordForm.ts'
import '../records/records.css'
import './assessment.css'

type ToRate = Output<'assessment.toRate'>
const list = '/second-rating'
const scored = ['A', 'B', 'C', 'D'] as const

/** An assessment rated by a second person, who is told nothing of the first answers. */
export function SecondRatingScreen({ assessmentId }: { readonly assessmentId: string }) {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  // An open sheet stays open whatever arrives meanwhile.
  const { value, error } = useQuery('assessment.toRate', { assessmentId }, { reloadOn: () => false })
  return (
    <div className="page">
      {error !== null && (
        <>
          <div className="page-head"><h1 tabIndex={-1}>{t('assessment.second.title')}</h1></div>
          <Notice kind="warn" urgent action={<Button size="sm" onPress={() => navigate(list)}>{t('assessment.second.back')}</Button>}>{error.message}</Notice>
        </>
      )}
      {value !== null && <RatingSheet toRate={value} />}
    </div>
  )
}

function RatingSheet({ toRate }: { readonly toRate: ToRate }) {
  const { t, i18n } = useTranslation()
  const { state } = useSession()
  const [, navigate] = useLocation()
  const words = usePersonWords()
  const root = useRef<HTMLDivElement>(null)
  const { assessmentId, changeId, instrumentVersion, row } = toRate
  const handIn = useCallback((body: JsonObject): JsonObject => ({ ...body, assessmentId, changeId, instrumentVersion }), [assessmentId, changeId, instrumentVersion])
  const form = useRecordForm({ kind: 'secondRating', personId: row.id, cycleYear: state.cycleYear, correction: null, handIn, faultsOf: noFaults })
  const { body, problems, tries } = form
  const error = tries > 0 ? (problems.find(({ path }) => path.startsWith('items'))?.message ?? null) : null
  const others = tries > 0 ? problems.filter(({ path }) => !path.startsWith('items')) : []

  async function submit() {
    const saved = await form.submit()
    if (saved === null) return
    offerUndo(t('assessment.second.saved'), saved.actionId)
    navigate(list)
  }
  async function drop() {
    if (await form.drop()) navigate(list)
  }
  useKeys({ 'ctrl+s': () => void form.flush() })

  const language = codeLanguage(i18n.language)
  return (
    <>
      <div className="page-head second-head">
        <h1 tabIndex={-1}>{t('assessment.second.of')} <PersonName name={row.name} /></h1>
        <p className="facts-line"><span>{words.sexAge(row)}</span><span>{words.disability(row)}</span><span>{words.place(row)}</span><span>{t('assessment.second.firstOn', { date: toRate.assessedOn })}</span></p>
        {toRate.assistiveDevices.length > 0 && <p className="facts-line"><span>{t('assessment.second.devices', { devices: toRate.assistiveDevices.map((code) => codeLabel('assistiveDevice', code, language)).join(t('assessment.listComma')) })}</span></p>}
      </div>
      {form.trouble !== null && <Notice kind="bad" urgent>{form.trouble}</Notice>}
      {body !== null && (
        <div className="record-form" ref={root}>
          <div className="record-scroll" data-region tabIndex={-1}>
            <FormNotices resumed={form.resumed} correctingVersion={null} onDrop={() => void drop()} onCancel={() => navigate(list)} />
            <p className="soft">{t('assessment.second.blind')}</p>
            {others.map(({ path, message }) => <Notice key={path} kind="bad">{message}</Notice>)}
            <ScaleItems body={{ ...body, instrumentVersion }} error={error} onSet={form.set} parts={scored} heading="h2" isScored={false} onNext={() => root.current?.querySelector<HTMLElement>('[data-path="note"] textarea, [data-path="note"] input')?.focus()} />
            <TextField label={t('records.field.note')} path="note" lines={2} maxLength={500} value={typeof body.note === 'string' ? body.note : ''} onChange={(value) => form.set('note', value)} onBlur={() => form.leave('note')} />
            <p className="fixed-sentence">{(instrumentOf(instrumentVersion) ?? currentInstrument).fixedSentence}</p>
          </div>
          <FormFoot save={form.save} toMend={tries > 0 ? problems.length : 0} onFlush={() => void form.flush()} isAlone>
            <Button onPress={() => navigate(list)}>{t('assessment.second.back')}</Button>
            <Button kind="primary" keys="Ctrl Enter" onPress={() => void submit()}>{t('records.submitLast')}</Button>
          </FormFoot>
        </div>
      )}
    </>
  )
}

function noFaults(): [] {
  return []
}
