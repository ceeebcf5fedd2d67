import { memo, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { codeEntries } from '../../../domain/codes/index.ts'
import { useQuery } from '../../api/useQuery.ts'
import type { PersonFilter } from '../../api/client.ts'
import { Button } from '../../components/Button.tsx'
import { Checkbox } from '../../components/Choices.tsx'
import { FilterBar } from '../../components/FilterBar.tsx'
import { FilterSelect } from '../../components/FilterSelect.tsx'
import { Icon } from '../../components/Icon.tsx'
import { usePersonWords } from '../../components/usePersonWords.ts'
import { clearFilter, setFilter, useView } from '../../state/view.ts'

const steps = ['1', '2', '3', '4', 'done', 'none'] as const
const marks = ['local', 'sending', 'received', 'contested', 'refused'] as const
const typingPause = 120

/** Chips that say their value, and a field that searches as you type. */
export const CaseloadFilters = memo(function CaseloadFilters({ onLeave }: { readonly onLeave: () => void }) {
  const { t } = useTranslation()
  const words = usePersonWords()
  const filter = useView((view) => view.filter)
  const places = useQuery('persons.places', {}).value ?? []
  const villages = places.find((place) => place.town === filter.town)?.villages ?? []
  return (
    <FilterBar
      label={t('caseload.filters')}
      after={Object.keys(filter).length > 0 && <Button kind="quiet" size="sm" icon="close" onPress={clearFilter}>{t('caseload.clear')}</Button>}
    >
      <TextFilter onLeave={onLeave} />
      <FilterSelect
        label={t('caseload.population')} all={t('caseload.everybody')} value={filter.population === 'all' ? undefined : filter.population}
        onChange={(population) => setFilter({ population })}
        options={[{ value: 'target', label: t('caseload.target') }, { value: 'need', label: t('caseload.need') }, { value: 'oneRule', label: t('caseload.oneRule') }]}
      />
      <FilterSelect
        label={t('caseload.town')} all={t('caseload.allTowns', { count: places.length })} value={filter.town}
        onChange={(town) => setFilter({ town, village: undefined })}
        options={places.map((place) => ({ value: place.town, label: place.town, note: t('common.people', { count: place.persons }) }))}
      />
      {filter.town !== undefined && villages.length > 0 && (
        <FilterSelect
          label={t('caseload.village')} all={t('caseload.anyVillage')} value={filter.village} onChange={(village) => setFilter({ village })}
          options={villages.map((village) => ({ value: village, label: village }))}
        />
      )}
      <FilterSelect
        label={t('caseload.step')} all={t('caseload.anyStep')} value={filter.step === undefined ? undefined : (String(filter.step) as (typeof steps)[number])}
        onChange={(step) => setFilter({ step: stepValue(step) })}
        options={steps.map((step) => ({ value: step, label: step === 'done' ? t('caseload.stepDone') : step === 'none' ? t('caseload.stepNone') : t(`common.stepShort.s${step}`) }))}
      />
      <FilterSelect
        label={t('caseload.flags')} all={t('caseload.anyFlag')} value={filter.flags?.[0]} onChange={(flag) => setFilter({ flags: flag === undefined ? undefined : [flag] })}
        options={codeEntries('hardshipFlag').map((entry) => ({ value: entry.code, label: words.flag(entry.code) }))}
      />
      <FilterSelect
        label={t('caseload.due')} all={t('caseload.anyDue')} value={filter.due} onChange={(due) => setFilter({ due })}
        options={[{ value: 'overdue', label: t('caseload.overdue') }, { value: 'week', label: t('caseload.week') }, { value: 'month', label: t('caseload.month') }]}
      />
      <FilterSelect
        label={t('caseload.mark')} all={t('caseload.anyMark')} value={filter.mark} onChange={(mark) => setFilter({ mark })}
        options={marks.map((mark) => ({ value: mark, label: t(`common.mark.${mark}`) }))}
      />
      <Checkbox checked={filter.toVerify === true} onChange={(toVerify) => setFilter({ toVerify: toVerify ? true : undefined })}>{t('caseload.verify')}</Checkbox>
    </FilterBar>
  )
})

function stepValue(step: (typeof steps)[number] | undefined): PersonFilter['step'] {
  if (step === undefined || step === 'done' || step === 'none') return step
  return Number(step) as 1 | 2 | 3 | 4
}

/** Waits for a short pause in typing, and for the input method to finish. */
function TextFilter({ onLeave }: { readonly onLeave: () => void }) {
  const { t } = useTranslation()
  const kept = useView((view) => view.filter.text)
  const [text, setText] = useState(kept ?? '')
  const composing = useRef(false)
  useEffect(() => {
    if (composing.current || text.trim() === (kept ?? '')) return
    const timer = setTimeout(() => setFilter({ text: text.trim() }), typingPause)
    return () => clearTimeout(timer)
  }, [text, kept])
  useEffect(() => {
    if (kept === undefined) setText('')
  }, [kept])
  return (
    <div className="field filter-text">
      <Icon name="search" />
      <input
        type="text"
        data-filter
        aria-label={t('caseload.text')}
        placeholder={t('caseload.textPlaceholder')}
        autoComplete="off"
        maxLength={100}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onCompositionStart={() => {
          composing.current = true
        }}
        onCompositionEnd={(event) => {
          composing.current = false
          setText(event.currentTarget.value)
          setFilter({ text: event.currentTarget.value.trim() })
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || event.keyCode === 229) return
          if (event.key === 'Enter' || event.key === 'ArrowDown') {
            event.preventDefault()
            onLeave()
          } else if (event.key === 'Escape' && text !== '') {
            setText('')
            setFilter({ text: undefined })
          }
        }}
      />
    </div>
  )
}
