import { useTranslation } from 'react-i18next'
import { Button } from '../../components/Button.tsx'
import { Icon } from '../../components/Icon.tsx'
import type { FieldSpec } from './formSpec.ts'
import { RecordField } from './RecordField.tsx'

interface RowsFieldProps {
  readonly spec: FieldSpec
  readonly value: unknown
  readonly errorAt: (path: string) => string | null
  readonly onSet: (path: string, value: unknown) => void
  readonly onLeave: (path: string) => void
}

/** A short list of things with the same few fields: intentions, referrals, attempts. There is always a row to write in. */
export function RowsField({ spec, value, errorAt, onSet, onLeave }: RowsFieldProps) {
  const { t } = useTranslation()
  const rows = Array.isArray(value) && value.length > 0 ? (value as Record<string, unknown>[]) : [{}]
  const error = errorAt(spec.path)
  const put = (next: readonly Record<string, unknown>[]) => onSet(spec.path, next.map((row, i) => (spec.path === 'intentions' ? { ...row, rank: i + 1 } : row)))
  return (
    <fieldset className="rows-field" data-path={spec.path}>
      <legend className="field-label">
        {t(`records.field.${spec.label}`)}
        {spec.needed === true && <span className="field-required">{t('common.required')}</span>}
        {spec.path === 'intentions' && <span className="faint small"> {t('records.intentionsHint')}</span>}
      </legend>
      {rows.map((row, i) => (
        <div key={i} className="rows-row" role="group" aria-label={t('records.rowName', { count: i + 1 })}>
          <span className="rows-number" aria-hidden="true">{i + 1}</span>
          {(spec.columns ?? []).map((column) => (
            <RecordField
              key={column.path}
              spec={{ ...column, needed: false }}
              path={`${spec.path}.${i}.${column.path}`}
              value={row[column.path]}
              error={errorAt(`${spec.path}.${i}.${column.path}`)}
              onSet={(_path, next) => put(rows.map((each, j) => (j === i ? { ...each, [column.path]: next } : each)))}
              onLeave={onLeave}
            />
          ))}
          {rows.length > 1 && (
            <Button kind="quiet" size="sm" icon="close" iconOnly onPress={() => put(rows.filter((_, j) => j !== i))}>{t('records.removeRow', { count: i + 1 })}</Button>
          )}
        </div>
      ))}
      {rows.length < (spec.maxRows ?? 5) && <Button kind="quiet" size="sm" icon="plus" onPress={() => put([...rows, {}])}>{t('records.addRow')}</Button>}
      {error !== null && <p className="field-error" role="alert"><Icon name="alert" /><span>{error}</span></p>}
    </fieldset>
  )
}
