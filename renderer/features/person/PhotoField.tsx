import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { standingOf } from '../../../domain/consent/index.ts'
import type { JsonObject, PersonFile } from '../../api/client.ts'
import { Button } from '../../components/Button.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Picture } from '../attachments/Picture.tsx'
import { useStoring } from '../attachments/useStoring.ts'
import type { Faults } from './useSaveFields.ts'

interface PhotoFieldProps {
  readonly file: PersonFile
  readonly canWrite: boolean
  readonly onSave: (fields: JsonObject, words: string) => Promise<Faults>
}

/** The photo of the person: kept and shown only while the person's consent to photos stands. */
export function PhotoField({ file, canWrite, onSave }: PhotoFieldProps) {
  const { t } = useTranslation()
  const chooser = useRef<HTMLInputElement>(null)
  const { store, busy, faults, forget } = useStoring(file.row.id)
  const consents = file.documents.flatMap(({ id, entity, voided, body }) => (entity === 'consent' && !voided && body !== null ? [{ id, body }] : []))
  const isAgreed = standingOf('PHOTO', consents).state === 'given'
  const { photo } = file.fields
  const hash = typeof photo === 'object' && photo !== null && !Array.isArray(photo) && typeof photo.hash === 'string' ? photo.hash : null

  async function add(files: readonly File[]) {
    await store(files.slice(0, 1), ({ hash: kept, size, type }) => {
      void onSave({ photo: { hash: kept, size, type } }, t('person.photo.kept'))
    })
  }
  return (
    <section aria-labelledby="photo-title">
      <h3 id="photo-title">{t('person.photo.title')}</h3>
      {!isAgreed && <p className="soft">{t(hash === null ? 'person.photo.ask' : 'person.photo.stopped')} <a href={`#/person/${file.row.id}/consents`}>{t('person.photo.toConsent')}</a></p>}
      {isAgreed && hash !== null && <Picture personId={file.row.id} hash={hash} name={t('person.photo.title')} />}
      {isAgreed && hash === null && <p className="soft">{t('person.photo.none')}</p>}
      {canWrite && (
        <p className="editor-buttons">
          <input
            ref={chooser} type="file" tabIndex={-1} aria-hidden="true" accept="image/*" className="hidden-text"
            onChange={(event) => {
              void add([...(event.target.files ?? [])])
              event.target.value = ''
            }}
          />
          {isAgreed && <Button size="sm" icon="plus" isPending={busy} onPress={() => chooser.current?.click()}>{t(hash === null ? 'person.photo.add' : 'person.photo.change')}</Button>}
          {hash !== null && <Button size="sm" icon="close" onPress={() => void onSave({ photo: null }, t('person.photo.gone'))}>{t('person.photo.remove')}</Button>}
        </p>
      )}
      {faults.map((fault) => <Notice key={fault} kind="bad" urgent action={<Button size="sm" onPress={forget}>{t('attachments.seen')}</Button>}>{fault}</Notice>)}
    </section>
  )
}
