import { useTranslation } from 'react-i18next'
import { codeLanguage } from '../../../i18n/index.ts'
import type { PlanCycle } from '../../../../domain/plan/index.ts'
import { wayText } from './waysFields.ts'
import type { WayField } from './waysFields.ts'

/** Names and values of what a county may set, in words. */
export function useWayWords() {
  const { t, i18n } = useTranslation()
  const language = codeLanguage(i18n.language)
  const label = ({ name, of }: WayField): string => (name === 'target' || name === 'sheet' ? (of?.[language] ?? '') : t(`countyWays.field.${name}`))
  const unit = (field: WayField): string => (field.unit === undefined ? '' : t(`countyWays.unit.${field.unit}`))
  const value = (cycle: PlanCycle, field: WayField): string => {
    const text = wayText(cycle, field)
    if (text === '') return t('common.unknown')
    if (field.kind === 'number' || field.kind === 'money') return `${Number(text).toLocaleString('en-US')} ${unit(field)}`
    return field.kind === 'day' ? text.slice(5) : text
  }
  return { label, unit, value }
}
