import { memo, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/Button.tsx'
import { Icon } from '../../components/Icon.tsx'
import type { FieldSpec } from './formSpec.ts'
import { goToPath } from './goToPath.ts'
import { RecordField } from './RecordField.tsx'

interface RowsFieldProps {
  readonly spec: FieldSpec
  readonly needed: boolean
  readonly value: unknown
  readonly errorAt: (path: string) => string | null
  readonly onSet: (path: string, value: unknown) => void
  readonly onLeave: (path: string) => void
}

type Row = Readonly<Record<string, unknown>>

/** A short list of things with the same few fields: intentions, referrals, attempts. There is always a row to write in. */
export const RowsField = memo(function RowsField({ spec, needed, value, errorAt, onSet, onLeave }: RowsFieldProps) {
  const { t } = useTranslation()
  const errorId = useId()
  const root = useRef<HTMLFieldSetElement>(null)
  const { path, columns = [], maxRows = 5 } = spec
  const rows = Array.isArray(value) && value.length > 0 ? (value as Row[]) : [{}]
  const error = errorAt(path)

  function put(next: readonly Row[]) {
    onSet(path, path === 'intentions' ? next.map((row, i) => ({ ...row, rank: i + 1 })) : next)
  }
  function add() {
    put([...rows, {}])
    setTimeout(() => goToPath(root.current, `${path}.${rows.length}`))
  }
  function remove(at: number) {
    put(rows.filter((_, i) => i !== at))
    onLeave(path)
    setTimeout(() => goToPath(root.current, `${path}.${Math.max(0, at - 1)}`))
  }

  return (
    <fieldset ref={root} className="rows-field" data-path={path} aria-describedby={error === null ? undefined : errorId}>
      <legend className="field-label">
        {t(`records.field.${spec.label}`)}
        {needed && <span className="field-required">{t('common.required')}</span>}
        {path === 'intentions' && <span className="faint small"> {t('records.intentionsHint')}</span>}
      </legend>
      {rows.map((row, i) => (
        <div key={i} className={`rows-row columns-${columns.length}`} role="group" aria-label={t('records.rowName', { count: i + 1 })}>
          <span className="rows-number" aria-hidden="true">{i + 1}</span>
          {columns.map((column) => (
            <RecordField
              key={column.path}
              spec={column}
              narrow
              path={`${path}.${i}.${column.path}`}
              label={t(`records.field.${column.label}`)}
              value={row[column.path]}
              error={errorAt(`${path}.${i}.${column.path}`)}
              onSet={(_path, next) => put(rows.map((each, j) => (j === i ? { ...each, [column.path]: next } : each)))}
              onLeave={onLeave}
            />
          ))}
          {rows.length > 1 && <Button kind="quiet" size="sm" icon="close" iconOnly onPress={() => remove(i)}>{t('records.removeRow', { count: i + 1 })}</Button>}
        </div>
      ))}
      {rows.length < maxRows && <Button kind="quiet" size="sm" icon="plus" onPress={add}>{t('records.addRow')}</Button>}
      {error !== null && <p className="field-error" id={errorId}><Icon name="alert" /><span>{error}</span></p>}
    </fieldset>
  )
})
