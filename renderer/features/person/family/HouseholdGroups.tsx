import { useTranslation } from 'react-i18next'
import type { Output } from '../../../api/client.ts'
import { usePersonWords } from '../../../components/usePersonWords.ts'

export type Household = NonNullable<Output<'persons.household'>>

const flags = ['ZERO_EMPLOYMENT_HOUSEHOLD', 'MULTI_DISABLED_HOUSEHOLD'] as const

/** Whether the two groups hold today, and why or why not. */
export function HouseholdGroups({ household }: { readonly household: Household }) {
  const { t } = useTranslation()
  const words = usePersonWords()
  const { facts, groups } = household
  function because(flag: (typeof flags)[number]): { readonly answer: string; readonly why: string } {
    const group = groups.find((each) => each.flag === flag)
    if (group !== undefined) return { answer: t('family.holds'), why: group.because }
    if (flag === 'MULTI_DISABLED_HOUSEHOLD') return { answer: t('family.holdsNot'), why: t('family.multiBecause', { count: facts.holders }) }
    if (facts.workers === undefined || facts.employed === undefined) return { answer: t('family.unknownYet'), why: t('family.zeroBecause.unknown', { count: facts.unknown }) }
    if (facts.workers === 0) return { answer: t('family.holdsNot'), why: t('family.zeroBecause.none') }
    return { answer: t('family.holdsNot'), why: t('family.zeroBecause.some', { workers: facts.workers, employed: facts.employed }) }
  }
  return (
    <section aria-label={t('family.groups')}>
      <dl className="because-list">
        {flags.map((flag) => {
          const { answer, why } = because(flag)
          return <div key={flag}><dt>{words.flag(flag)}</dt><dd><b>{answer}</b> <span className="soft">{why}</span></dd></div>
        })}
      </dl>
    </section>
  )
}
