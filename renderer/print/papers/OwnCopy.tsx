import { I18nextProvider } from 'react-i18next'
import type { Output } from '../../api/client.ts'
import { i18next } from '../../i18n/index.ts'
import { dayWords, imageIn, OwnCopyBody, signatureIn } from './OwnCopyBody.tsx'
import type { Paper } from './index.ts'
import './OwnCopy.css'

/** Everything that the file holds of a person, in words, for that person to take home. `args`: personId, and large for large print. */
export const ownCopy: Paper = async (args, { api, onProgress }) => {
  const answer = await api.call('ownCopy.read', { personId: String(args.personId) })
  if (!answer.ok) return { ok: false, message: answer.error.message }
  const copy = answer.value
  const signatures = new Map<string, string>()
  const photo = imageIn(copy.fields.photo)
  for (const { personId, hash } of [...signed(copy), ...(photo === null ? [] : [{ personId: String(args.personId), hash: photo }])]) {
    const picture = await api.call('attachments.get', { personId, hash, look: false })
    // One that lies on another computer is not shown; the record says that it was signed.
    if (picture.ok && picture.value.type !== 'application/pdf') signatures.set(hash, `data:${picture.value.type};base64,${picture.value.data}`)
  }
  onProgress(1, 1)
  const content = (
    <I18nextProvider i18n={i18next}>
      <article className={args.large === true ? 'own-copy large' : 'own-copy'}>
        <h1>本人信息副本</h1>
        <p className="own-facts"><span>{copy.name}</span><span>{copy.unit}</span><span>{dayWords(copy.on)}</span></p>
        <OwnCopyBody copy={copy} signatures={signatures} />
      </article>
    </I18nextProvider>
  )
  return { ok: true, value: { content, note: `${copy.unit}　给本人` } }
}

/** Signatures on records and consents that stand. */
function signed(copy: Output<'ownCopy.read'>): { readonly personId: string; readonly hash: string }[] {
  return copy.documents.flatMap(({ body, voided }) => {
    const hash = body === null || voided ? null : signatureIn(body)
    return hash === null || typeof body?.personId !== 'string' ? [] : [{ personId: body.personId, hash }]
  })
}
