import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonFile } from '../../api/client.ts'
import { Button } from '../../components/Button.tsx'
import { Icon } from '../../components/Icon.tsx'
import { SyncMark } from '../../components/Marks.tsx'
import { VoidButton } from '../records/VoidButton.tsx'
import { CertForm } from './CertForm.tsx'
import { useGroupWords } from './useGroupWords.ts'

interface CertSectionProps {
  readonly file: PersonFile
  readonly today: string
  readonly cycleYear: string
  readonly canWrite: boolean
  readonly onSaved: () => void
}
type Cert = PersonFile['documents'][number]

/** 就业困难人员认定: made by the labour authority, kept here as it stands on its paper. */
export function CertSection({ file, today, cycleYear, canWrite, onSaved }: CertSectionProps) {
  const { t } = useTranslation()
  const head = useRef<HTMLHeadingElement>(null)
  const [open, setOpen] = useState<'new' | { readonly cert: Cert; readonly cancels: boolean } | null>(null)
  const certs = file.documents.filter(({ entity, body, voided }) => entity === 'hardshipCert' && body !== null && !voided)

  function done() {
    setOpen(null)
    onSaved()
    setTimeout(() => head.current?.focus())
  }
  return (
    <section aria-labelledby="cert-title">
      <div className="section-head">
        <h2 id="cert-title" tabIndex={-1} ref={head}>{t('groups.cert.title')}</h2>
        {canWrite && open === null && <Button size="sm" icon="plus" onPress={() => setOpen('new')}>{t('groups.cert.add')}</Button>}
      </div>
      {certs.length === 0 && open === null && <p className="soft">{t('groups.cert.none')}</p>}
      <ul className="periods">
        {certs.map((cert) => (
          <li key={cert.id}>
            <CertLines cert={cert} />
            {canWrite && open === null && (
              <p className="cert-actions">
                {cert.body?.cancelledOn === undefined && <Button size="sm" onPress={() => setOpen({ cert, cancels: true })}>{t('groups.cert.cancel')}</Button>}
                <Button size="sm" icon="pencil" onPress={() => setOpen({ cert, cancels: false })}>{t('groups.cert.correct')}</Button>
                <VoidButton documentId={cert.id} onSaved={done} />
              </p>
            )}
          </li>
        ))}
      </ul>
      {open !== null && (
        <CertForm
          personId={file.row.id}
          cert={open === 'new' ? null : open.cert}
          cancels={open !== 'new' && open.cancels}
          today={today}
          cycleYear={cycleYear}
          onDone={done}
          onCancel={() => {
            setOpen(null)
            setTimeout(() => head.current?.focus())
          }}
        />
      )}
    </section>
  )
}

function CertLines({ cert }: { readonly cert: Cert }) {
  const { t } = useTranslation()
  const words = useGroupWords()
  const body = cert.body ?? {}
  const text = (field: string) => (typeof body[field] === 'string' ? body[field] : t('common.unknown'))
  return (
    <>
      <p>
        <b>{words.code('hardshipCategory', text('category'))}</b>{' '}
        {body.cancelledOn === undefined
          ? <span className="mark ok"><Icon name="check" />{t('groups.cert.holds')}</span>
          : <span className="mark warn"><Icon name="minus" />{t('groups.cert.cancelled', { on: text('cancelledOn'), reason: text('reason') })}</span>}{' '}
        <SyncMark mark={cert.mark} />
      </p>
      <dl className="pairs">
        {(['certNo', 'certifiedOn', 'org'] as const).map((field) => <div key={field}><dt>{t(`groups.cert.${field}`)}</dt><dd>{text(field)}</dd></div>)}
      </dl>
    </>
  )
}
