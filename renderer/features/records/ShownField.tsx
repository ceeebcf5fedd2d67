import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../api/SessionContext.tsx'
import { oneDecimal, scoreAssessment } from '../../../domain/assessment/index.ts'
import type { JsonObject, PersonFile } from '../../api/client.ts'
import { AdviceField } from './AdviceField.tsx'
import { answersOf } from './answers.ts'
import { AreasField } from './AreasField.tsx'
import { CompareRows } from './CompareRows.tsx'
import { ConsentField } from './ConsentField.tsx'
import type { FileFacts } from './fileFacts.ts'
import { isEmpty, valueAt } from './formSpec.ts'
import type { FieldSpec } from './formSpec.ts'
import { RecordField } from './RecordField.tsx'
import { ReviewField } from './ReviewField.tsx'
import { RowsField } from './RowsField.tsx'
import { EnvironmentItems, ScaleItems } from './ScaleItems.tsx'

export interface ShownFieldProps {
  readonly field: FieldSpec
  readonly file: PersonFile
  readonly facts: FileFacts
  readonly body: JsonObject
  /** The version that is being corrected. */
  readonly correcting: JsonObject | null
  readonly errorAt: (path: string) => string | null
  readonly onSet: (path: string, value: unknown) => void
  readonly onLeave: (path: string) => void
  readonly onFileChanged: () => void
}

/** One field of the form: a plain one by its kind, or one of the parts that only these records have. */
export const ShownField = memo(function ShownField(props: ShownFieldProps) {
  const { field, file, facts, body, correcting, errorAt, onSet, onLeave, onFileChanged } = props
  const { t } = useTranslation()
  const { state } = useSession()
  const value = valueAt(body, field.path)
  const error = errorAt(field.path)
  const needed = typeof field.needed === 'function' ? field.needed(body, facts) : (field.needed ?? false)
  const consent = {
    file, body, path: field.path, label: t(`records.field.${field.label}`), needed, cycleYear: state.cycleYear, today: state.today, value, error, onSet, onLeave, onSaved: onFileChanged,
  }
  if (field.kind === 'rows') return <RowsField spec={field} needed={needed} value={value} errorAt={errorAt} onSet={onSet} onLeave={onLeave} />
  switch (field.kind === 'special' ? field.path : '') {
    case 'changes': return <CompareRows file={file} body={body} correcting={correcting} error={error} errorAt={errorAt} onSet={onSet} onLeave={onLeave} />
    case 'consentId': return <ConsentField {...consent} purpose="ASSESSMENT" />
    case 'shareConsentId': return <ConsentField {...consent} purpose="SHARE_EMPLOYER" />
    case 'publishConsentId': return <ConsentField {...consent} purpose="PUBLISH" />
    case 'referralConsent': return <ConsentField {...consent} purpose="SHARE_EMPLOYER" onlyOnFile />
    case 'review': return <ReviewField facts={facts} body={body} errorAt={errorAt} onSet={onSet} onLeave={onLeave} />
    case 'items': return <ScaleItems body={body} error={error} onSet={onSet} />
    case 'env': return <EnvironmentItems body={body} error={error} onSet={onSet} />
    case 'advice': return <AdviceField file={file} body={body} today={state.today} errorAt={errorAt} onSet={onSet} onLeave={onLeave} />
    case 'targetAreas': return <AreasField value={value} error={error} onSet={onSet} onLeave={onLeave} />
    default: return (
      <RecordField spec={field} path={field.path} label={t(`records.field.${field.label}`)} needed={needed} value={value} error={error} warning={staleScore()} onSet={onSet} onLeave={onLeave} />
    )
  }

  /** A conclusion that names another index than the items give now. */
  function staleScore(): string | null {
    if (field.path !== 'conclusion' || typeof value !== 'string' || !isEmpty(body.reviewOf)) return null
    const { index } = scoreAssessment(answersOf(body))
    const said = /指数 (\d+(?:\.\d)?)/.exec(value)?.[1]
    if (said === undefined || index === null || Number(said) === oneDecimal(index)) return null
    return t('records.staleScore', { said, now: String(oneDecimal(index)) })
  }
})
