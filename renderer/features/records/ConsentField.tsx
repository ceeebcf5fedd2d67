import { useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { noticeOf } from '../../../domain/consent/index.ts'
import { textVersionOf } from '../../../domain/plan/index.ts'
import { consentStands } from '../../../domain/records/index.ts'
import { useApi } from '../../api/ApiContext.tsx'
import type { FieldProblem, JsonObject, PersonFile } from '../../api/client.ts'
import { useCycle } from '../../api/useCycle.ts'
import { Button } from '../../components/Button.tsx'
import { Icon } from '../../components/Icon.tsx'
import { ConsentSheet } from '../attachments/ConsentSheet.tsx'
import { consentWords } from './consentWords.ts'
import { shownGroups, controlsOf, placed } from './controls.ts'
import { noFacts } from './fileFacts.ts'
import { consentForm } from './forms/index.ts'
import { valueAt } from './formSpec.ts'
import { goToPath } from './goToPath.ts'
import { rememberPaper, usePaperMemory } from './paperMemory.ts'
import { RecordField } from './RecordField.tsx'

interface ConsentFieldProps {
  readonly file: PersonFile
  readonly body: JsonObject
  readonly purpose: 'ASSESSMENT' | 'SHARE_EMPLOYER' | 'PUBLISH'
  readonly path: string
  readonly label: string
  readonly needed: boolean
  readonly cycleYear: string
  readonly today: string
  readonly value: unknown
  readonly error: string | null
  /** The record itself does not name the consent; it must only be in the file. */
  readonly onlyOnFile?: boolean
  readonly onSet: (path: string, value: unknown) => void
  readonly onLeave: (path: string) => void
  readonly onSaved: () => void
}

/** A separate consent for one purpose: the one on file, or one that lies on paper and is recorded here. What is typed is kept with the draft. */
export function ConsentField(props: ConsentFieldProps) {
  const { file, body, purpose, path, label, needed, error, onlyOnFile = false, onSet, onLeave, onSaved } = props
  const { t } = useTranslation()
  const api = useApi()
  const cycle = useCycle(props.cycleYear)
  const errorId = useId()
  const root = useRef<HTMLFieldSetElement>(null)
  const [problems, setProblems] = useState<readonly FieldProblem[]>([])
  const busy = useRef(false)
  const [isSigning, setIsSigning] = useState(false)
  const draftPath = `consentDrafts.${purpose}`
  const held = valueAt(body, draftPath)
  const draft = typeof held === 'object' && held !== null ? (held as JsonObject) : null
  const answers = file.documents.filter((document) => document.entity === 'consent' && !document.voided && document.body?.purpose === purpose)
  const consents = answers.filter(({ body: answer }) => answer !== null && consentStands(answer))
  const saidNo = consents.length === 0 ? answers.find(({ body: answer }) => answer?.decision === 'DECLINED') : undefined
  const id = onlyOnFile ? consents[0]?.id : props.value
  const isGiven = typeof id === 'string' && id !== ''
  const consent = file.documents.find((document) => document.id === id)

  function open() {
    onSet(draftPath, { personId: file.row.id, cycleYear: props.cycleYear, purpose, form: 'PAPER', decision: 'GIVEN', ...giver(file), givenAt: props.today, scopeFields: [...noticeOf(purpose).scopeFields], textVersion: textVersionOf(cycle, `consent.${purpose}`) ?? noticeOf(purpose).version, ...usePaperMemory.getState()[purpose] })
    setTimeout(() => goToPath(root.current, `${draftPath}.paperLocation`))
  }
  function close() {
    onSet(draftPath, null)
    setProblems([])
    setTimeout(() => root.current?.querySelector('button')?.focus())
  }

  /** undefined: not asked after all; null: a no, which is in the file now. */
  function signed(documentId: string | null | undefined) {
    setIsSigning(false)
    if (documentId !== undefined) {
      if (!onlyOnFile) onSet(path, documentId)
      onLeave(path)
      onSaved()
    }
    setTimeout(() => (root.current?.querySelector('button') ?? root.current)?.focus())
  }

  async function record() {
    if (draft === null || busy.current) return
    busy.current = true
    const answer = await api.call('records.complete', { kind: 'consent', personId: file.row.id, cycleYear: props.cycleYear, body: draft, replaces: null })
    busy.current = false
    if (!answer.ok) {
      const found = answer.error.fields ?? [{ path: 'givenAt', message: answer.error.message }]
      const controls = controlsOf(shownGroups(consentForm, draft, noFacts), draft)
      const shown = placed(found, controls).map((problem) => ({ ...problem, at: problem.at ?? 'givenAt' }))
      setProblems(shown.map(({ at, message }) => ({ path: at, message })))
      setTimeout(() => goToPath(root.current, `${draftPath}.${shown[0]?.at ?? 'givenAt'}`))
      return
    }
    rememberPaper(purpose, draft)
    setProblems([])
    onSet(draftPath, null)
    if (!onlyOnFile) onSet(path, answer.value.documentId)
    onLeave(path)
    onSaved()
    setTimeout(() => (root.current?.querySelector('button') ?? root.current)?.focus())
  }

  return (
    <fieldset ref={root} tabIndex={-1} className="consent-field" data-path={path} aria-describedby={error === null ? undefined : errorId}>
      <legend className="field-label">{label}{needed && <span className="field-required">{t('common.required')}</span>}</legend>
      {isGiven && (
        <p className="soft consent-have">
          <span className="mark ok"><Icon name="check" /></span>
          {consent === undefined ? t('records.consent.given') : consentWords(consent.body ?? {}, t)}
        </p>
      )}
      {draft === null && !isSigning && (!isGiven || error !== null) && (
        <p className="consent-have">
          {!isGiven && <span className="soft">{saidNo === undefined ? t('records.consent.none') : t('consents.saidNo', { date: String(saidNo.body?.givenAt ?? '') })}</span>}
          <Button size="sm" icon="pencil" onPress={open}>{t('records.consent.record')}</Button>
          <Button size="sm" icon="pencil" onPress={() => setIsSigning(true)}>{t('consents.sign')}</Button>
        </p>
      )}
      {isSigning && <ConsentSheet file={file} purpose={purpose} cycleYear={props.cycleYear} onClose={() => signed(undefined)} onDone={signed} />}
      {draft !== null && (
        <div className="inline-form" role="group" aria-label={label}>
          {shownGroups(consentForm, draft, noFacts).flatMap((group) => group.fields).map((field) => (
            <div key={field.path} className={`span-${field.width}`}>
              <RecordField
                spec={field}
                path={`${draftPath}.${field.path}`}
                label={t(`records.field.${field.label}`)}
                needed={field.needed === true}
                value={valueAt(draft, field.path)}
                error={problems.find((problem) => problem.path === field.path)?.message ?? null}
                onSet={onSet}
                onLeave={onLeave}
              />
            </div>
          ))}
          <p className="span-6 inline-actions">
            <Button onPress={() => void record()}>{t('records.consent.save')}</Button>
            <Button kind="quiet" onPress={close}>{t('records.consent.cancel')}</Button>
          </p>
        </div>
      )}
      {error !== null && <p className="field-error" id={errorId}><Icon name="alert" /><span>{error}</span></p>}
    </fieldset>
  )
}

/** The guardian where the file says that one decides. */
function giver(file: PersonFile): JsonObject {
  const { legalCapacity, guardianName } = file.fields
  if (legalCapacity !== 'LIMITED' && legalCapacity !== 'NONE') return { givenBy: 'SELF' }
  return { givenBy: 'GUARDIAN', guardianName: typeof guardianName === 'string' ? guardianName : '' }
}
