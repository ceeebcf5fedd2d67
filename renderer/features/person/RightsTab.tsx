import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../api/SessionContext.tsx'
import type { PersonFile } from '../../api/client.ts'
import { Button } from '../../components/Button.tsx'
import { Notice } from '../../components/Notice.tsx'
import { offerUndo } from '../../state/view.ts'
import { OwnCopy } from '../handover/OwnCopy.tsx'
import { useOpenDrafts } from '../records/useOpenDrafts.ts'
import type { Correction } from '../records/useRecordForm.ts'
import { DocForm } from './docs/DocForm.tsx'
import { rightsAnswerForm, rightsForm } from './docs/forms.ts'
import { DueNote } from './rights/DueNote.tsx'
import { ErasePerson } from './rights/ErasePerson.tsx'
import { RequestItem } from './rights/RequestItem.tsx'

type Mode = { readonly at: 'read' } | { readonly at: 'add' } | { readonly at: 'answer'; readonly correction: Correction }

/** 本人权利: the own copy, what the person has asked for and by when it is owed, and erasure. */
export function RightsTab({ file, canWrite, onSaved }: { readonly file: PersonFile; readonly canWrite: boolean; readonly onSaved: () => void }) {
  const { t } = useTranslation()
  const { state } = useSession()
  const [mode, setMode] = useState<Mode>({ at: 'read' })
  const head = useRef<HTMLHeadingElement>(null)
  const requests = file.documents.filter((document) => document.entity === 'rightsRequest' && document.body !== null)
  const drafts = useOpenDrafts('rightsRequest', file.row.id, [], canWrite && mode.at === 'read')
  const erasure = requests.find(({ voided, body }) => !voided && body?.kind === 'ERASURE' && body.doneOn === undefined)

  function close() {
    setMode({ at: 'read' })
    setTimeout(() => head.current?.focus())
  }
  return (
    <div className="reading">
      <h2 tabIndex={-1} ref={head}>{t('rights.title')}</h2>
      <p className="soft">{t('rights.explain')}</p>
      {canWrite && <section aria-labelledby="copy-title"><h3 id="copy-title">{t('rights.copy')}</h3><OwnCopy personId={file.row.id} /></section>}
      <section aria-labelledby="requests-title">
        <div className="basics-head">
          <h3 id="requests-title">{t('rights.requests')}</h3>
          {canWrite && mode.at === 'read' && <Button size="sm" icon="plus" onPress={() => setMode({ at: 'add' })}>{t('rights.add')}</Button>}
        </div>
        {drafts.hasNew && mode.at === 'read' && (
          <Notice action={<Button size="sm" onPress={() => setMode({ at: 'add' })}>{t('fileForms.resume')}</Button>}>{t('fileForms.goOn')}</Notice>
        )}
        {mode.at !== 'read' && (
          <DocForm
            key={mode.at === 'answer' ? mode.correction.changeId : 'new'}
            form={mode.at === 'answer' ? rightsAnswerForm : rightsForm}
            title={t(mode.at === 'answer' ? 'rights.answerTitle' : 'rights.addTitle')}
            personId={file.row.id}
            correction={mode.at === 'answer' ? mode.correction : null}
            about={(body) => <DueNote receivedOn={body.receivedOn} cycleYear={state.cycleYear} />}
            onDone={(saved) => {
              offerUndo(t(mode.at === 'answer' ? 'rights.answered' : 'rights.added'), saved.actionId)
              onSaved()
              close()
            }}
            onClose={close}
          />
        )}
        {requests.length === 0 && mode.at === 'read' && <p className="soft">{t('rights.none')}</p>}
        <ol className="periods">
          {requests.map((request) => (
            <RequestItem
              key={request.id} request={request} personId={file.row.id} onSaved={onSaved}
              onAnswer={!canWrite || mode.at !== 'read' || request.headId === null
                ? undefined
                : () => setMode({ at: 'answer', correction: { documentId: request.id, changeId: request.headId ?? '', body: request.body ?? {} } })}
            />
          ))}
        </ol>
      </section>
      {canWrite && <ErasePerson file={file} deadline={typeof erasure?.body?.dueOn === 'string' ? erasure.body.dueOn : null} />}
    </div>
  )
}
