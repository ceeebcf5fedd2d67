import { useTranslation } from 'react-i18next'
import { cycleOfYear } from '../../../../domain/plan/index.ts'
import type { PlanCycle, StatedValues } from '../../../../domain/plan/index.ts'
import type { JsonObject, Output } from '../../../api/client.ts'
import { Button } from '../../../components/Button.tsx'
import { useWayWords } from './useWayWords.ts'
import { differingFields } from './waysFields.ts'

type Version = Output<'countyValues.get'>['versions'][number]

interface WaysHistoryProps {
  readonly versions: readonly Version[]
  readonly year: string
  /** The plan alone. */
  readonly plan: PlanCycle
  /** The version that holds now; null: none. */
  readonly inForce: string | null
  /** Absent: whoever looks may not change it. */
  readonly onRestore: ((version: Version) => void) | undefined
}

const shown = 6

/** Who changed what and when, newest first, each with the way back. */
export function WaysHistory({ versions, year, plan, inForce, onRestore }: WaysHistoryProps) {
  const { t, i18n } = useTranslation()
  const words = useWayWords()
  const cycleWith = (body: JsonObject | null): PlanCycle =>
    body === null ? plan : cycleOfYear(year, { values: [{ changeId: 'shown', body: body as unknown as StatedValues['body'] }] })
  const beforeOf = (index: number): PlanCycle => {
    const older = versions.slice(index + 1).find(({ isRival }) => !isRival)
    return cycleWith(older?.body ?? null)
  }
  const when = (at: string) => new Date(at).toLocaleString(i18n.language, { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hour12: false })

  return (
    <div className="ways-history">
      <h3>{t('countyWays.history')}</h3>
      {versions.length === 0 && <p className="soft small">{t('countyWays.noHistory')}</p>}
      <ol>
        {versions.map((version, index) => {
          const [before, after] = [beforeOf(index), cycleWith(version.body)]
          const changes = [
            ...differingFields(before, after).map((field) => ({ label: words.label(field), from: words.value(before, field), to: words.value(after, field) })),
            ...(before.ageRule === after.ageRule ? [] : [{ label: t('countyWays.ageRule'), from: t(ruleName(before)), to: t(ruleName(after)) }]),
            ...(before.completionNeedsReview === after.completionNeedsReview ? [] : [{ label: t('countyWays.review'), from: t(reviewName(before)), to: t(reviewName(after)) }]),
          ]
          return (
            <li key={version.changeId}>
              <p>
                <time dateTime={version.at}>{when(version.at)}</time> <b>{version.actor}</b>
                {version.changeId === inForce && <span className="soft"> {t('countyWays.inForce')}</span>}
                {version.isRival && <span className="soft"> {t('countyWays.rival')}</span>}
              </p>
              {changes.length === 0 && <p>{t('countyWays.took')}</p>}
              {changes.slice(0, shown).map((change) => (
                <p key={change.label}>{change.label}{t('common.colon')}{t('countyWays.fromTo', { from: change.from, to: change.to })}</p>
              ))}
              {changes.length > shown && <p className="soft">{t('countyWays.more', { count: changes.length - shown })}</p>}
              {version.changeId !== inForce && onRestore !== undefined && (
                <Button size="sm" onPress={() => onRestore(version)} aria-label={`${t('countyWays.restore')} ${when(version.at)}`}>{t('countyWays.restore')}</Button>
              )}
            </li>
          )
        })}
      </ol>
    </div>
  )
}

function ruleName({ ageRule }: PlanCycle): 'countyWays.legal' | 'countyWays.cdpf' {
  return ageRule === 'LEGAL_2025' ? 'countyWays.legal' : 'countyWays.cdpf'
}

function reviewName({ completionNeedsReview }: PlanCycle): 'countyWays.reviewYes' | 'countyWays.reviewNo' {
  return completionNeedsReview ? 'countyWays.reviewYes' : 'countyWays.reviewNo'
}
