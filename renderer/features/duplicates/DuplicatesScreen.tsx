import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { Icon } from '../../components/Icon.tsx'
import { DoneMerges } from './DoneMerges.tsx'
import { LikelyPairs } from './LikelyPairs.tsx'
import './DuplicatesScreen.css'

const tabs = ['likely', 'merged'] as const

/** 疑似重复: pairs of files that may be of one person, and the merges that were made. */
export function DuplicatesScreen({ tab }: { readonly tab: string | undefined }) {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  return (
    <div className="page">
      <div className="page-head"><h1 tabIndex={-1}>{t('duplicates.title')}</h1></div>
      <Tabs
        className="duplicates-tabs"
        selectedKey={tabs.find((name) => name === tab) ?? 'likely'}
        onSelectionChange={(key) => navigate(key === 'likely' ? '/duplicates' : `/duplicates/${String(key)}`, { replace: true })}
      >
        <TabList aria-label={t('duplicates.tabs')} className="tab-list">
          {tabs.map((name) => <Tab key={name} id={name} className="tab">{t(`duplicates.${name}`)}</Tab>)}
        </TabList>
        <TabPanel id="likely" className="tab-panel"><LikelyPairs /></TabPanel>
        <TabPanel id="merged" className="tab-panel"><DoneMerges /></TabPanel>
      </Tabs>
      <div className="page-foot"><span><Icon name="laptop" /> {t('duplicates.local')}</span></div>
    </div>
  )
}
