import { useTranslation } from 'react-i18next'
import type { JsonObject } from '../../api/client.ts'
import { Picture } from './Picture.tsx'
import { hashOf } from './SignatureProof.tsx'
import './attachments.css'

/** The pictures of a completed record: what was attached and the signature that was drawn. */
export function RecordFiles({ personId, body }: { readonly personId: string; readonly body: JsonObject }) {
  const { t } = useTranslation()
  const signature = body.signature
  const signed = typeof signature === 'object' && signature !== null && !Array.isArray(signature) ? hashOf((signature as JsonObject).image) : null
  const attached = (Array.isArray(body.attachments) ? body.attachments : []).flatMap((one) => {
    const hash = hashOf(one)
    return hash === null ? [] : [{ hash, name: String((one as JsonObject).name ?? '') }]
  })
  const evidence = typeof body.evidence === 'string' && /^[0-9a-f]{64}$/.test(body.evidence) ? body.evidence : null
  const all = [...attached, ...[signed, evidence].flatMap((hash) => (hash === null ? [] : [{ hash, name: t('signing.title') }]))]
  if (all.length === 0) return null
  return (
    <ul className="record-files" aria-label={t('attachments.list')}>
      {all.map(({ hash, name }) => <li key={hash}><Picture personId={personId} hash={hash} name={name} /><span>{name}</span></li>)}
    </ul>
  )
}
