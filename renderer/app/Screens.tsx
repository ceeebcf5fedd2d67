import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Redirect, Route, Switch, useLocation } from 'wouter'
import { useSession } from '../api/SessionContext.tsx'
import { EmptyState } from '../components/EmptyState.tsx'
import { Notice } from '../components/Notice.tsx'
import { CaseloadScreen } from '../features/caseload/CaseloadScreen.tsx'
import { PersonScreen } from '../features/person/PersonScreen.tsx'
import { VisitScreen } from '../features/visit/VisitScreen.tsx'
import { TodayScreen } from '../features/today/TodayScreen.tsx'
import { entriesFor } from './entries.ts'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { useScreenFocus } from './useScreenFocus.ts'

// Fetched from the disk when first opened: old computers start sooner.
const GroupsScreen = lazy(() => import('../features/groups/GroupsScreen.tsx').then((module) => ({ default: module.GroupsScreen })))
const HandOverSetUp = lazy(() => import('../features/handover/HandOverSetUp.tsx').then((module) => ({ default: module.HandOverSetUp })))
const ImportScreen = lazy(() => import('../features/import/ImportScreen.tsx').then((module) => ({ default: module.ImportScreen })))
const CompareScreen = lazy(() => import('../features/duplicates/CompareScreen.tsx').then((module) => ({ default: module.CompareScreen })))
const DuplicatesScreen = lazy(() => import('../features/duplicates/DuplicatesScreen.tsx').then((module) => ({ default: module.DuplicatesScreen })))
const LedgerScreen = lazy(() => import('../features/ledger/LedgerScreen.tsx').then((module) => ({ default: module.LedgerScreen })))
const PlanningScreen = lazy(() => import('../features/planning/PlanningScreen.tsx').then((module) => ({ default: module.PlanningScreen })))
const ProgressScreen = lazy(() => import('../features/progress/ProgressScreen.tsx').then((module) => ({ default: module.ProgressScreen })))
const ReviewScreen = lazy(() => import('../features/review/ReviewScreen.tsx').then((module) => ({ default: module.ReviewScreen })))
const SecondRatings = lazy(() => import('../features/assessment/SecondRatings.tsx').then((module) => ({ default: module.SecondRatings })))
const SecondRatingScreen = lazy(() => import('../features/assessment/SecondRatingScreen.tsx').then((module) => ({ default: module.SecondRatingScreen })))
const SettingsScreen = lazy(() => import('../features/settings/SettingsScreen.tsx').then((module) => ({ default: module.SettingsScreen })))
const BalanceScreen = lazy(() => import('../features/sync/BalanceScreen.tsx').then((module) => ({ default: module.BalanceScreen })))

/** Address -> screen. A screen that the role lacks does not exist for it. */
export function Screens() {
  const { state } = useSession()
  const [location] = useLocation()
  useScreenFocus()
  const allowed = new Set(entriesFor(state.current?.role ?? 'counsellor').flat().map((entry) => entry.path))
  return (
    <ErrorBoundary resetOn={location} fallback={<BrokenScreen />}>
      <Suspense fallback={null}>
        <Switch>
          <Route path="/"><Redirect to="/today" replace /></Route>
          <Route path="/today"><TodayScreen /></Route>
          <Route path="/caseload"><CaseloadScreen /></Route>
          <Route path="/person/:id/:tab?">{({ id, tab }) => <PersonScreen key={id} personId={id} tab={tab} />}</Route>
          <Route path="/visit/:id/:step?">{({ id, step }) => <VisitScreen key={id} personId={id} step={step} />}</Route>
          {allowed.has('/planning') && <Route path="/planning/:on?">{({ on }) => <PlanningScreen key={on} day={on} />}</Route>}
          <Route path="/hand-over/:id">{({ id }) => <HandOverSetUp key={id} personId={id} />}</Route>
          <Route path="/progress"><ProgressScreen /></Route>
          <Route path="/groups"><GroupsScreen /></Route>
          <Route path="/review/:list?">{({ list }) => <ReviewScreen key={list} list={list} />}</Route>
          {allowed.has('/import') && <Route path="/import"><ImportScreen /></Route>}
          {allowed.has('/duplicates') && <Route path="/duplicates/compare/:a/:b">{({ a, b }) => <CompareScreen key={`${a}${b}`} a={a} b={b} />}</Route>}
          {allowed.has('/duplicates') && <Route path="/duplicates/:tab?">{({ tab }) => <DuplicatesScreen tab={tab} />}</Route>}
          <Route path="/ledger"><LedgerScreen /></Route>
          <Route path="/second-rating"><SecondRatings /></Route>
          {state.current?.role !== 'supervisor' && <Route path="/second-rating/:id">{({ id }) => <SecondRatingScreen key={id} assessmentId={id} />}</Route>}
          <Route path="/balance"><BalanceScreen /></Route>
          <Route path="/settings"><SettingsScreen /></Route>
          <Route><NotFound /></Route>
        </Switch>
      </Suspense>
    </ErrorBoundary>
  )
}

function BrokenScreen() {
  const { t } = useTranslation()
  return (
    <div className="page">
      <div className="page-head"><h1 tabIndex={-1}>{t('frame.brokenTitle')}</h1></div>
      <Notice kind="bad" urgent>{t('frame.broken')}</Notice>
    </div>
  )
}

function NotFound() {
  const { t } = useTranslation()
  return <EmptyState action={<a href="#/today">{t('frame.toToday')}</a>}>{t('frame.notFound')}</EmptyState>
}
