import { memo } from 'react'
import { useSession } from '../../api/SessionContext.tsx'
import type { JsonObject, PersonFile } from '../../api/client.ts'
import { AttachmentsField } from '../attachments/AttachmentsField.tsx'
import { SignatureProof } from '../attachments/SignatureProof.tsx'
import { AdviceField } from './AdviceField.tsx'
import { AreasField } from './AreasField.tsx'
import { CompareRows } from './CompareRows.tsx'
import { ConsentField } from './ConsentField.tsx'
import type { FileFacts } from './fileFacts.ts'
import { valueAt } from './formSpec.ts'
import type { FieldSpec } from './formSpec.ts'
import { ReviewField } from './ReviewField.tsx'
import { EnvironmentItems, ScaleItems } from './ScaleItems.tsx'

export interface SpecialFieldProps {
  readonly field: FieldSpec
  readonly label: string
  readonly needed: boolean
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

/** What each part looks at in the record, besides its own path. */
const looksAt: Readonly<Record<string, readonly string[]>> = {
  changes: ['result'], attachments: ['attachmentsRemoved'], 'signature.paperLocation': ['signature'],
  consentId: ['consentDrafts'], shareConsentId: ['consentDrafts'], publishConsentId: ['consentDrafts'], referralConsent: ['consentDrafts'],
  review: ['reviewOf', 'unchanged', 'assessedOn'],
  advice: ['items', 'env', 'reviewOf', 'suggestedForms', 'suggestedFamilies', 'suggestedTraining', 'accommodations', 'conclusion', 'reasonIfChanged', 'assistiveDevices', 'assessedOn', 'instrumentVersion', 'testKit'],
}

/** A part that only these records have. */
export const SpecialField = memo(function SpecialField({ field, label, needed, file, facts, body, correcting, errorAt, onSet, onLeave, onFileChanged }: SpecialFieldProps) {
  const { state } = useSession()
  const value = valueAt(body, field.path)
  const error = errorAt(field.path)
  const earlier = facts.lastAssessment?.body ?? null
  const consent = { file, body, path: field.path, label, needed, cycleYear: state.cycleYear, today: state.today, value, error, onSet, onLeave, onSaved: onFileChanged }
  // A record of a file that was merged into this one keeps the person for whom its pictures were stored.
  const owner = typeof body.personId === 'string' ? body.personId : file.row.id
  switch (field.path) {
    case 'changes': return <CompareRows file={file} body={body} correcting={correcting} error={error} errorAt={errorAt} onSet={onSet} onLeave={onLeave} />
    case 'consentId': return <ConsentField {...consent} purpose="ASSESSMENT" />
    case 'shareConsentId': return <ConsentField {...consent} purpose="SHARE_EMPLOYER" />
    case 'publishConsentId': return <ConsentField {...consent} purpose="PUBLISH" />
    case 'referralConsent': return <ConsentField {...consent} purpose="SHARE_EMPLOYER" onlyOnFile />
    case 'review': return <ReviewField facts={facts} body={body} today={state.today} errorAt={errorAt} onSet={onSet} onLeave={onLeave} />
    case 'items': return <ScaleItems body={body} previous={earlier} error={error} onSet={onSet} />
    case 'env': return <EnvironmentItems body={body} previous={earlier} error={error} onSet={onSet} />
    case 'advice': return <AdviceField facts={facts} body={body} errorAt={errorAt} onSet={onSet} onLeave={onLeave} />
    case 'targetAreas': return <AreasField value={value} error={error} onSet={onSet} onLeave={onLeave} />
    case 'attachments': return <AttachmentsField personId={owner} path={field.path} label={label} needed={needed} value={value} before={correcting?.attachments} removed={body.attachmentsRemoved} errorAt={errorAt} onSet={onSet} onLeave={onLeave} />
    case 'signature.paperLocation': return <SignatureProof personId={owner} needed={needed} signature={body.signature} today={state.today} error={error} onSet={onSet} onLeave={onLeave} />
    default: return null
  }
}, isSame)

function isSame(a: SpecialFieldProps, b: SpecialFieldProps): boolean {
  const { body: before, ...others } = a
  const names = Object.keys(others) as (keyof typeof others)[]
  return names.every((name) => a[name] === b[name]) && [a.field.path, ...(looksAt[a.field.path] ?? [])].every((path) => before[path] === b.body[path])
}
