import { Trans, useTranslation } from 'react-i18next'
import type { ImportPreview } from '../../api/client.ts'
import { Icon } from '../../components/Icon.tsx'

/** Always in sight while looking: nothing is written yet, and what confirming would do. */
export function TotalsLine({ counts }: { readonly counts: ImportPreview['counts'] }) {
  const { t } = useTranslation()
  const n = (value: number) => value.toLocaleString('en-US')
  const rest = [
    counts.doubtful > 0 && t('importing.totals.doubtful', { count: counts.doubtful, n: n(counts.doubtful) }),
    counts.refused > 0 && t('importing.totals.refused', { count: counts.refused, n: n(counts.refused) }),
    counts.duplicate > 0 && t('importing.totals.duplicate', { count: counts.duplicate, n: n(counts.duplicate) }),
  ].filter((part) => part !== false)
  return (
    <div className="totals-line notice" role="status">
      <Icon name="lock" />
      <p className="notice-words">
        <b>{t('importing.nothingWritten')}</b>
        <Trans
          i18nKey="importing.totals.people" components={{ b: <b /> }}
          values={{ fresh: n(counts.fresh), changed: n(counts.changed), same: n(counts.same), all: n(counts.fresh + counts.changed + counts.same) }}
        />
        {rest.length > 0 && rest.join(t('importing.totals.comma')) + t('importing.totals.stop')}
      </p>
    </div>
  )
}
