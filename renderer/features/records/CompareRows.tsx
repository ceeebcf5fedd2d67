import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../components/Icon.tsx'
import { CompareGroup } from './CompareGroup.tsx'
import type { CompareGroupProps } from './CompareGroup.tsx'

const groups = ['contact', 'place', 'certificate', 'self', 'household'] as const

/** Last value, new value, changed: only what changed is written, and it is what the check changes in the file. */
export function CompareRows({ error, ...rest }: Omit<CompareGroupProps, 'group'> & { readonly error: string | null }) {
  const { t } = useTranslation()
  const errorId = useId()
  return (
    <div className="compare" role="group" aria-label={t('records.field.compare')} aria-describedby={error === null ? undefined : errorId} data-path="changes">
      <p className="faint small">{t('records.compare.explain')}</p>
      {error !== null && <p className="field-error" id={errorId}><Icon name="alert" /><span>{error}</span></p>}
      {groups.map((group) => (
        <section key={group} aria-labelledby={`compare-${group}`}>
          <h4 id={`compare-${group}`}>{t(`records.compare.group.${group}`)}</h4>
          <CompareGroup {...rest} group={group} />
        </section>
      ))}
    </div>
  )
}
