import { useState } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs'
import { useTranslation } from 'react-i18next'
import { useQuery } from '../../api/useQuery.ts'
import { ReviewList } from './ReviewList.tsx'
import type { ReviewListName } from './ReviewList.tsx'
import './review.css'

const lists = ['submitted', 'returned', 'none'] as const

/** What waits for review, what came back, what was not submitted yet. Works offline; decisions travel with everything else. */
export function ReviewScreen({ list }: { readonly list?: string | undefined }) {
  const { t } = useTranslation()
  const [current, setCurrent] = useState<ReviewListName>(lists.find((name) => name === list) ?? 'submitted')
  const { value: counts } = useQuery('review.counts', {})
  const count = (name: ReviewListName) => {
    if (counts === null) return ''
    return counts[name] >= counts.mostCounted ? t('review.most', { count: counts.mostCounted }) : counts[name].toLocaleString('en-US')
  }
  return (
    <div className="page">
      <div className="page-head"><h1 tabIndex={-1}>{t('review.title')}</h1></div>
      <Tabs className="review-tabs" selectedKey={current} onSelectionChange={(key) => setCurrent(key as ReviewListName)}>
        <TabList aria-label={t('review.tabs')} className="tab-list">
          {lists.map((name) => <Tab key={name} id={name} className="tab">{t(`review.tab.${name}`)} <span className="count">{count(name)}</span></Tab>)}
        </TabList>
        {lists.map((name) => <TabPanel key={name} id={name} className="review-panel"><ReviewList name={name} /></TabPanel>)}
      </Tabs>
    </div>
  )
}
