import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { codeLabel } from '../../../domain/codes/index.ts'
import { placementsOf } from '../../../domain/planning/placement.ts'
import type { Placement, PlacementCheckState } from '../../../domain/planning/placement.ts'
import { useSession } from '../../api/SessionContext.tsx'
import type { PersonFile } from '../../api/client.ts'
import { useCycle } from '../../api/useCycle.ts'
import { Button } from '../../components/Button.tsx'
import { Icon } from '../../components/Icon.tsx'
import { DueMark } from '../../components/Marks.tsx'
import { codeLanguage } from '../../i18n/index.ts'
import { useOpenDrafts } from '../records/useOpenDrafts.ts'
import { VoidButton } from '../records/VoidButton.tsx'
import { RecordFiles } from '../attachments/RecordFiles.tsx'
import { PlacementCheckForm } from './PlacementCheckForm.tsx'
import './PlacementChecks.css'

/** Jobs that our work led to, and the looks at them after some months: what was found, what is owed, and the form of the next. */
export function PlacementChecks({ file, onSaved }: { readonly file: PersonFile; readonly onSaved: () => void }) {
  const { t } = useTranslation()
  const { state } = useSession()
  const [isOpen, setOpen] = useState(false)
  const head = useRef<HTMLHeadingElement>(null)
  const documents = file.documents.flatMap(({ id, entity, voided, body }) => (voided || body === null ? [] : [{ id, entity, body }]))
  const { thresholds } = useCycle(state.cycleYear)
  const placements = placementsOf({ person: file.fields, documents }, thresholds.placementCheckMonths)
  const open = placements.find((placement) => placement.next !== null)
  const mayWrite = state.current?.role !== 'supervisor'
  const drafts = useOpenDrafts('placementCheck', file.row.id, [], mayWrite && open !== undefined && !isOpen)
  if (placements.length === 0) return null

  function close() {
    setOpen(false)
    head.current?.focus()
  }
  const next = open?.next ?? null
  return (
    <section className="placements" aria-labelledby="placements-title">
      <h2 id="placements-title" tabIndex={-1} ref={head}>{t('placement.title')}</h2>
      {placements.map((placement) => <OnePlacement key={placement.periodId} placement={placement} file={file} mayWrite={mayWrite} onSaved={onSaved} />)}
      {next === null && <p className="soft">{t('placement.allDone')}</p>}
      {next !== null && mayWrite && !isOpen && (
        <p>
          <Button kind={next.dueOn <= state.today || drafts.hasNew ? 'primary' : 'plain'} onPress={() => setOpen(true)}>
            {drafts.hasNew ? t('placement.goOn') : next.dueOn <= state.today ? t('placement.check', { count: next.month }) : t('placement.early')}
          </Button>
        </p>
      )}
      {next !== null && isOpen && (
        <PlacementCheckForm
          file={file}
          month={next.month}
          onDone={() => {
            onSaved()
            close()
          }}
          onStop={close}
        />
      )}
    </section>
  )
}

interface OnePlacementProps {
  readonly placement: Placement
  readonly file: PersonFile
  readonly mayWrite: boolean
  readonly onSaved: () => void
}

function OnePlacement({ placement, file, mayWrite, onSaved }: OnePlacementProps) {
  const { t } = useTranslation()
  const { employerName, jobTitle, startOn, checks } = placement
  return (
    <div className="placement">
      <h3>{employerName === null && jobTitle === null ? t('placement.jobUnnamed', { on: startOn }) : t('placement.job', { employer: employerName ?? '', job: jobTitle ?? '', on: startOn })}</h3>
      <ol>
        {checks.map((check) => (
          <li key={check.month}>
            <b>{t('placement.month', { count: check.month })}</b>
            <CheckState check={check} file={file} />
            {check.documentId !== null && mayWrite && <VoidButton documentId={check.documentId} onSaved={onSaved} />}
          </li>
        ))}
      </ol>
    </div>
  )
}

function CheckState({ check, file }: { readonly check: PlacementCheckState; readonly file: PersonFile }) {
  const { t, i18n } = useTranslation()
  const { today } = useSession().state
  if (check.state === 'missed') return <span className="mark">{t('placement.missed')}</span>
  if (check.state === 'notNeeded') return <span className="mark"><Icon name="minus" />{t('placement.notNeeded')}</span>
  if (check.state === 'due') return <span>{check.dueOn <= today ? <DueMark dueOn={check.dueOn} today={today} /> : <span className="soft">{t('placement.due', { on: check.dueOn })}</span>}</span>
  const body = file.documents.find(({ id }) => id === check.documentId)?.body ?? {}
  const said = [
    t('placement.done', { on: check.doneOn }),
    body.inJob === true ? t('placement.inJob') : t('placement.left', { on: body.leftOn, reason: codeLabel('leftReason', String(body.leftReason ?? ''), codeLanguage(i18n.language)) }),
    typeof body.monthlyIncomeFen === 'number' ? t('placement.income', { yuan: (body.monthlyIncomeFen / 100).toLocaleString('en-US') }) : null,
    typeof body.problem === 'string' && body.problem !== '' ? t('placement.problem', { text: body.problem }) : null,
    typeof body.action === 'string' && body.action !== '' ? t('placement.action', { text: body.action }) : null,
  ]
  return (
    <span>
      <span className="mark ok"><Icon name="check" />{said[0]}</span> {said.slice(1).filter((part) => part !== null).join('，')}
      <RecordFiles personId={typeof body.personId === 'string' ? body.personId : file.row.id} body={body} />
    </span>
  )
}
