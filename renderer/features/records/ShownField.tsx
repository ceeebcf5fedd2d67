import { useTranslation } from 'react-i18next'
import { currentInstrument, instrumentOf, oneDecimal, scoreAssessment } from '../../../domain/assessment/index.ts'
import type { JsonObject } from '../../api/client.ts'
import { answersOf } from './answers.ts'
import { isEmpty, valueAt } from './formSpec.ts'
import { RecordField } from './RecordField.tsx'
import { RowsField } from './RowsField.tsx'
import { SpecialField } from './SpecialField.tsx'
import type { SpecialFieldProps } from './SpecialField.tsx'

type ShownFieldProps = Omit<SpecialFieldProps, 'label' | 'needed'> & {
  /** What deserves a second look there, and stops nothing. */
  readonly hintAt?: (path: string) => string | null
}

/** One field of the form. Each part is drawn again only when something that it shows has changed: a key typed in one must not cost all the others. */
export function ShownField({ hintAt, ...props }: ShownFieldProps) {
  const { field, facts, body, errorAt, onSet, onLeave } = props
  const { t } = useTranslation()
  const label = t(`records.field.${field.label}`)
  const needed = typeof field.needed === 'function' ? field.needed(body, facts) : (field.needed ?? false)
  const value = valueAt(body, field.path)
  if (field.kind === 'special') return <SpecialField {...props} label={label} needed={needed} />
  if (field.kind === 'rows') return <RowsField spec={field} needed={needed} value={value} errorAt={errorAt} onSet={onSet} onLeave={onLeave} />
  const stale = field.path === 'conclusion' ? staleScore(body) : null
  return (
    <RecordField
      spec={field}
      path={field.path}
      label={label}
      needed={needed}
      value={value}
      error={errorAt(field.path)}
      warning={stale === null ? (hintAt?.(field.path) ?? null) : t('records.staleScore', stale)}
      onSet={onSet}
      onLeave={onLeave}
    />
  )
}

/** A conclusion that names another index than the items give now. */
function staleScore(body: JsonObject): { said: string; now: string } | null {
  const { conclusion } = body
  if (typeof conclusion !== 'string' || !isEmpty(body.reviewOf)) return null
  const { index } = scoreAssessment(answersOf(body), [], instrumentOf(body.instrumentVersion) ?? currentInstrument)
  const said = /指数 (\d+(?:\.\d)?)/.exec(conclusion)?.[1]
  if (said === undefined || index === null || Number(said) === oneDecimal(index)) return null
  return { said, now: String(oneDecimal(index)) }
}
