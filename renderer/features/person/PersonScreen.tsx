import { useCallback, useEffect, useRef, useState } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs'
import { useTranslation } from 'react-i18next'
import { Redirect, useLocation } from 'wouter'
import { useKeys } from '../../app/useKeys.ts'
import { useSession } from '../../api/SessionContext.tsx'
import { touches, useQuery } from '../../api/useQuery.ts'
import type { PersonFile, StepNumber } from '../../api/client.ts'
import { Button } from '../../components/Button.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Waiting } from '../../components/Waiting.tsx'
import { useView } from '../../state/view.ts'
import { GroupsTab } from '../groups/GroupsTab.tsx'
import { StepPane } from '../records/StepPane.tsx'
import { AsAt } from './asAt/AsAt.tsx'
import { BasicsTab } from './BasicsTab.tsx'
import { ConsentsTab } from './ConsentsTab.tsx'
import { EmploymentTab } from './EmploymentTab.tsx'
import { ExclusionsTab } from './ExclusionsTab.tsx'
import { FamilyTab } from './FamilyTab.tsx'
import { FileStepper } from './FileStepper.tsx'
import { History } from './History.tsx'
import { useBackToList } from './useBackToList.ts'
import { PersonHead } from './PersonHead.tsx'
import { RightsTab } from './RightsTab.tsx'
import './PersonScreen.css'

const tabs = ['steps', 'basics', 'family', 'groups', 'employment', 'exclusions', 'consents', 'rights'] as const
type TabName = (typeof tabs)[number]

interface PersonScreenProps {
  readonly personId: string
  /** '1' to '4': the four ones at that step; else the name of a tab. */
  readonly tab: string | undefined
}

export function PersonScreen({ personId, tab }: PersonScreenProps) {
  const { t } = useTranslation()
  const { value: file, error, reload } = useQuery('persons.get', { personId }, { reloadOn: touches(personId) })
  if (error !== null && file === null) {
    return (
      <div className="page">
        <div className="page-head"><h1>{t('person.gone')}</h1></div>
        <Notice kind="bad" urgent action={<Button size="sm" onPress={reload}>{t('common.retry')}</Button>}>{error.message}</Notice>
        <EmptyState action={<a href="#/caseload">{t('person.toList')}</a>}>{t('person.gone')}</EmptyState>
      </div>
    )
  }
  if (file === null) return <div className="page"><Waiting words={t('person.reading')} /></div>
  // The address of a file that was merged leads to the one that is shown.
  if (file.row.id !== personId) return <Redirect to={`/person/${file.row.id}${tab === undefined ? '' : `/${tab}`}`} replace />
  return <File file={file} tab={tab} reload={reload} />
}

function File({ file, tab, reload }: { readonly file: PersonFile; readonly tab: string | undefined; readonly reload: () => void }) {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const trail = useView((view) => view.trail)
  const personId = file.row.id
  const step = stepOf(tab) ?? file.row.nextStep ?? 1
  const current: TabName = tabs.find((name) => name === tab) ?? 'steps'
  const head = useRef<HTMLHeadingElement>(null)
  const position = trail.indexOf(personId)
  /** A past day that is looked at instead of today. */
  const [day, setDay] = useState<string | null>(null)
  const canWrite = useSession().state.current?.role !== 'supervisor'

  useEffect(() => {
    head.current?.focus()
  }, [personId])

  function backToToday() {
    setDay(null)
    setTimeout(() => head.current?.focus())
  }
  const goTo = useCallback((where: string) => navigate(`/person/${personId}/${where}`, { replace: true }), [navigate, personId])
  function walk(by: number) {
    const other = position === -1 ? undefined : trail[position + by]
    if (other !== undefined) navigate(current === 'steps' ? `/person/${other}` : `/person/${other}/${current}`, { replace: true })
  }
  useKeys({
    'alt+ArrowDown': () => walk(1),
    'alt+ArrowUp': () => walk(-1),
    'ctrl+1': () => goTo('1'),
    'ctrl+2': () => goTo('2'),
    'ctrl+3': () => goTo('3'),
    'ctrl+4': () => goTo('4'),
    'ctrl+g': () => navigate(`/visit/${personId}`),
  })

  useBackToList(() => (day === null ? navigate('/caseload') : backToToday()))

  if (day !== null) return <AsAt personId={personId} day={day} onBack={backToToday} />
  return (
    <div className="page person-page">
      <PersonHead file={file} headRef={head} position={position} total={trail.length} onWalk={walk} onVerify={() => goTo('basics')} />
      <FileStepper file={file} current={current === 'steps' ? step : null} onChoose={(chosen) => goTo(String(chosen))} />
      {file.joined !== undefined && file.joined.length > 0 && (
        <div className="person-joined"><Notice>{t('duplicates.joinedHere', { names: file.joined.map((one) => `${one.name} ${one.idNumberMasked}`.trim()).join('、') })}</Notice></div>
      )}
      <div className="person-columns">
        <Tabs className="person-tabs" selectedKey={current} onSelectionChange={(key) => goTo(key === 'steps' ? String(step) : String(key))}>
          <TabList aria-label={t('person.tabs')} className="tab-list">
            {tabs.map((name) => <Tab key={name} id={name} className="tab">{t(`person.tab.${name}`)}</Tab>)}
          </TabList>
          <TabPanel id="steps" className="tab-panel">
            {file.orderWarnings.map((warning) => <Notice key={warning} kind="warn">{warning}</Notice>)}
            <StepPane key={step} file={file} step={step} onSaved={reload} />
          </TabPanel>
          <TabPanel id="basics" className="tab-panel"><BasicsTab file={file} canWrite={canWrite} onSaved={reload} /></TabPanel>
          <TabPanel id="family" className="tab-panel"><FamilyTab file={file} canWrite={canWrite} onSaved={reload} /></TabPanel>
          <TabPanel id="groups" className="tab-panel"><GroupsTab file={file} canWrite={canWrite} onSaved={reload} /></TabPanel>
          <TabPanel id="employment" className="tab-panel"><EmploymentTab file={file} canWrite={canWrite} onSaved={reload} /></TabPanel>
          <TabPanel id="exclusions" className="tab-panel"><ExclusionsTab file={file} canWrite={canWrite} onSaved={reload} /></TabPanel>
          <TabPanel id="consents" className="tab-panel"><ConsentsTab file={file} canWrite={canWrite} onSaved={reload} /></TabPanel>
          <TabPanel id="rights" className="tab-panel"><RightsTab file={file} canWrite={canWrite} onSaved={reload} /></TabPanel>
        </Tabs>
        <History file={file} onLookBack={setDay} />
      </div>
    </div>
  )
}

function stepOf(tab: string | undefined): StepNumber | null {
  const number = Number(tab)
  return number === 1 || number === 2 || number === 3 || number === 4 ? number : null
}
