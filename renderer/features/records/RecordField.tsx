import type { TFunction } from 'i18next'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { codeEntries, codeLabel } from '../../../domain/codes/index.ts'
import { CheckboxGroup, RadioGroup } from '../../components/Choices.tsx'
import { DateField } from '../../components/DateField.tsx'
import { MoneyField, NumberField } from '../../components/NumberField.tsx'
import { ComboBox } from '../../components/Select.tsx'
import { TextField } from '../../components/TextField.tsx'
import { codeLanguage } from '../../i18n/index.ts'
import { isEmpty } from './formSpec.ts'
import type { FieldSpec } from './formSpec.ts'
import { TextsField } from './TextsField.tsx'

interface RecordFieldProps {
  readonly spec: Pick<FieldSpec, 'kind' | 'table' | 'lines' | 'max' | 'unit' | 'words'>
  /** The whole path in the record, of which that of `spec` is the end in a list. */
  readonly path: string
  readonly label: string
  readonly needed?: boolean
  readonly value: unknown
  readonly error: string | null
  readonly warning?: string | null
  /** In a row of a list: no place for open choices. */
  readonly narrow?: boolean
  readonly onSet: (path: string, value: unknown) => void
  readonly onLeave: (path: string) => void
}

/** Over this many options a list is searched by typing; below it lies open. */
const openUpTo = 7

/** One field of a form, by its kind. */
export const RecordField = memo(function RecordField({ spec, path, label, needed = false, value, error, warning = null, narrow = false, onSet, onLeave }: RecordFieldProps) {
  const { t, i18n } = useTranslation()
  const shared = { label, error, warning, required: needed, path }
  const { table } = spec
  const language = codeLanguage(i18n.language)
  const options = table === undefined ? [] : codeEntries(table).map(({ code }) => ({ value: code, label: codeLabel(table, code, language) }))
  const set = (next: unknown) => onSet(path, next)
  const leave = () => onLeave(path)
  const setAndLeave = (next: unknown) => {
    onSet(path, next)
    onLeave(path)
  }
  const listed = Array.isArray(value) ? (value as string[]) : []
  switch (spec.kind) {
    case 'date':
    case 'pastDate':
      return <DateField {...shared} value={typeof value === 'string' && value !== '' ? value : null} onChange={setAndLeave} onBlur={leave} noFuture={spec.kind === 'pastDate'} hint={isEmpty(value) ? undefined : ''} />
    case 'code': {
      const chosen = typeof value === 'string' && value !== '' ? value : null
      return options.length <= openUpTo && !narrow
        ? <RadioGroup {...shared} value={chosen} onChange={setAndLeave} options={options} />
        : <ComboBox {...shared} value={chosen} onChange={setAndLeave} options={options} />
    }
    case 'codes':
      return <CheckboxGroup {...shared} value={listed} onChange={setAndLeave} options={options} />
    case 'yesNo': {
      const words = spec.words ?? 'is'
      return (
        <RadioGroup
          {...shared}
          value={value === true ? 'yes' : value === false ? 'no' : null}
          onChange={(next) => setAndLeave(next === 'yes')}
          options={[{ value: 'yes', label: t(`records.yesNo.${words}.yes`) }, { value: 'no', label: t(`records.yesNo.${words}.no`) }]}
        />
      )
    }
    case 'rating':
      return (
        <RadioGroup
          {...shared}
          value={typeof value === 'number' ? String(value) : null}
          onChange={(next) => setAndLeave(Number(next))}
          options={(['1', '2', '3', '4', '5'] as const).map((mark) => ({ value: mark, label: t(`records.rating.r${mark}`) }))}
        />
      )
    case 'number':
      return <NumberField {...shared} value={typeof value === 'number' ? value : null} onChange={set} onBlur={leave} {...unitOf(spec, t)} />
    case 'money':
      return <MoneyField {...shared} fen={typeof value === 'number' ? value : null} onChange={set} onBlur={leave} {...unitOf(spec, t)} />
    case 'texts':
      return <TextsField {...shared} value={listed} onChange={set} onBlur={leave} hint={t('records.textsHint')} maxLength={spec.max ?? 400} />
    default:
      return <TextField {...shared} value={typeof value === 'string' ? value : ''} onChange={set} onBlur={leave} lines={spec.lines ?? 1} maxLength={spec.max ?? 200} />
  }
})

function unitOf(spec: Pick<FieldSpec, 'unit'>, t: TFunction): { unit?: string } {
  return spec.unit === undefined ? {} : { unit: t(`records.unit.${spec.unit}`) }
}
