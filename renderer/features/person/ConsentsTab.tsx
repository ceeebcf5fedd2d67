import { useTranslation } from 'react-i18next'
import type { PersonFile } from '../../api/client.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { SyncMark } from '../../components/Marks.tsx'
import { useFieldWords } from './useFieldWords.ts'

/** One line for each purpose: what was agreed, when, in which form, where the paper lies. */
export function ConsentsTab({ file }: { readonly file: PersonFile }) {
  const { t } = useTranslation()
  const fields = useFieldWords()
  const consents = file.documents.filter((document) => document.entity === 'consent' && document.body !== null)
  if (consents.length === 0) return <EmptyState>{t('person.consents.none')}</EmptyState>
  return (
    <section className="reading" aria-labelledby="consents-title">
      <h2 id="consents-title">{t('person.tab.consents')}</h2>
      <ol className="periods">
        {consents.map((consent) => {
          const body = consent.body ?? {}
          const state = consent.voided ? 'voided' : typeof body.withdrawnAt === 'string' ? 'withdrawn' : 'agreed'
          return (
            <li key={consent.id}>
              <p><b>{fields.words('purpose', body.purpose)}</b> <span className="tag">{t(`person.consents.${state}`)}</span> <SyncMark mark={consent.mark} /></p>
              <dl className="pairs">
                <div><dt>{t('person.consents.on')}</dt><dd>{fields.words('givenAt', body.givenAt) ?? t('common.unknown')}</dd></div>
                <div><dt>{t('person.consents.form')}</dt><dd>{fields.words('consentForm', body.form) ?? t('common.unknown')}</dd></div>
                <div><dt>{t('person.consents.givenBy')}</dt><dd>{fields.words('givenBy', body.givenBy) ?? t('common.unknown')}</dd></div>
                <div><dt>{t('person.consents.paper')}</dt><dd>{fields.words('paperLocation', body.paperLocation) ?? t('common.unknown')}</dd></div>
              </dl>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
