import { useEffect, useRef } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs'
import { useTranslation } from 'react-i18next'
import { useQuery } from '../../../api/useQuery.ts'
import type { PersonFile, StepNumber } from '../../../api/client.ts'
import { Button } from '../../../components/Button.tsx'
import { EmptyState } from '../../../components/EmptyState.tsx'
import { Icon } from '../../../components/Icon.tsx'
import { StaysCovered } from '../../../components/Masked.tsx'
import { Notice } from '../../../components/Notice.tsx'
import { Waiting } from '../../../components/Waiting.tsx'
import { RecordView } from '../../records/RecordView.tsx'
import { basicGroups, householdFields, isShown } from '../basicFields.ts'
import { BasicFieldRow } from '../BasicFieldRow.tsx'
import { ConsentsTab } from '../ConsentsTab.tsx'
import { EmploymentTab } from '../EmploymentTab.tsx'
import { ExclusionsTab } from '../ExclusionsTab.tsx'
import { Members } from '../family/Members.tsx'
import { History } from '../History.tsx'
import { PersonHead } from '../PersonHead.tsx'

interface AsAtProps {
  readonly personId: string
  readonly day: string
  readonly onBack: () => void
}

const kinds = { 1: 'infoCheck', 2: 'capabilityAssessment', 3: 'demandRegistration', 4: 'serviceRecord' } as const
const nothing = () => undefined
const refused = () => Promise.resolve(null)

/** The file of a past day under a bar that names it. Nothing in it can be changed, and no number is uncovered: what would be shown is today's. */
export function AsAt({ personId, day, onBack }: AsAtProps) {
  const { t } = useTranslation()
  const bar = useRef<HTMLHeadingElement>(null)
  const { value, error } = useQuery('persons.asAt', { personId, day, basis: 'recorded' })
  useEffect(() => {
    bar.current?.focus()
  }, [])
  return (
    <div className="page person-page">
      <div className="as-at-bar" role="group" aria-labelledby="as-at-title">
        <Icon name="clock" />
        <div>
          <h2 id="as-at-title" tabIndex={-1} ref={bar}>{t('asAt.bar', { date: day })}</h2>
          <p className="small">{t('asAt.rule')}</p>
        </div>
        <Button kind="primary" size="sm" onPress={onBack}>{t('asAt.back')}</Button>
      </div>
      {error !== null && <Notice kind="bad" urgent>{error.message}</Notice>}
      {value === null && error === null && <Waiting words={t('asAt.reading')} />}
      {value?.file === null && <EmptyState>{t('asAt.nothing', { date: day, since: value.since ?? '' })}</EmptyState>}
      {value?.file != null && <StaysCovered value><PastFile file={value.file} day={day} /></StaysCovered>}
    </div>
  )
}

function PastFile({ file, day }: { readonly file: PersonFile; readonly day: string }) {
  const { t } = useTranslation()
  return (
    <>
      <PersonHead file={file} headRef={null} position={-1} total={0} onWalk={nothing} onVerify={nothing} isPast />
      <div className="person-columns">
        <Tabs className="person-tabs">
          <TabList aria-label={t('person.tabs')} className="tab-list">
            {(['steps', 'basics', 'family', 'employment', 'exclusions', 'consents'] as const).map((name) => <Tab key={name} id={name} className="tab">{t(`person.tab.${name}`)}</Tab>)}
          </TabList>
          <TabPanel id="steps" className="tab-panel"><PastSteps file={file} day={day} /></TabPanel>
          <TabPanel id="basics" className="tab-panel">
            <div className="basics">
              {basicGroups.map((group) => (
                <section key={group.name} aria-labelledby={`past-${group.name}`}>
                  <h3 id={`past-${group.name}`}>{t(`person.group.${group.name}`)}</h3>
                  <dl className="six">{group.fields.filter((field) => isShown(field, file.fields)).map((field) => <BasicFieldRow key={field.name} field={field} file={file} canWrite={false} onSave={refused} />)}</dl>
                </section>
              ))}
            </div>
          </TabPanel>
          <TabPanel id="family" className="tab-panel">
            <div className="basics">
              <dl className="six">{householdFields.map((field) => <BasicFieldRow key={field.name} field={field} file={file} canWrite={false} onSave={refused} />)}</dl>
              <Members file={file} household={null} canWrite={false} today={day} onSave={refused} />
            </div>
          </TabPanel>
          <TabPanel id="employment" className="tab-panel"><EmploymentTab file={file} day={day} canWrite={false} onSaved={nothing} /></TabPanel>
          <TabPanel id="exclusions" className="tab-panel"><ExclusionsTab file={file} day={day} canWrite={false} onSaved={nothing} /></TabPanel>
          <TabPanel id="consents" className="tab-panel"><ConsentsTab file={file} canWrite={false} onSaved={nothing} /></TabPanel>
        </Tabs>
        <History file={file} />
      </div>
    </>
  )
}

/** Where each of the four ones stood, and the records that were there. */
function PastSteps({ file, day }: { readonly file: PersonFile; readonly day: string }) {
  const { t } = useTranslation()
  return (
    <div className="reading">
      {file.row.steps.map(({ step, state, dueOn }) => {
        const records = file.documents.filter((document) => document.entity === kinds[step] && document.cycleYear === day.slice(0, 4) && document.body !== null)
        return (
          <section key={step} aria-labelledby={`past-step-${String(step)}`}>
            <h3 id={`past-step-${String(step)}`}>{t(`common.step.s${step}`)}</h3>
            {records.length === 0 && <p className="soft">{state === 'due' && dueOn !== null ? t('person.dueUntil', { date: dueOn }) : t('asAt.noRecord')}</p>}
            {records.map((document) => <RecordView key={document.id} document={document} documents={file.documents} step={step as StepNumber} hasDraft={false} onSaved={nothing} />)}
          </section>
        )
      })}
    </div>
  )
}
