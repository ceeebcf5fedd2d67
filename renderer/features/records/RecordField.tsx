import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { codeEntries, codeLabel } from '../../../domain/codes/index.ts'
import { CheckboxGroup, RadioGroup } from '../../components/Choices.tsx'
import { DateField } from '../../components/DateField.tsx'
import { NumberField } from '../../components/NumberField.tsx'
import { ComboBox } from '../../components/Select.tsx'
import { TextField } from '../../components/TextField.tsx'
import { codeLanguage } from '../../i18n/index.ts'
import type { FieldSpec } from './formSpec.ts'
import { TextsField } from './TextsField.tsx'

interface RecordFieldProps {
  readonly spec: FieldSpec
  /** The whole path in the record, of which `spec.path` is the end in a list. */
  readonly path: string
  readonly value: unknown
  readonly error: string | null
  readonly onSet: (path: string, value: unknown) => void
  readonly onLeave: (path: string) => void
}

/** Over this many options a list is searched by typing; below it lies open. */
const openUpTo = 7

/** One field of a form, by its kind. */
export const RecordField = memo(function RecordField({ spec, path, value, error, onSet, onLeave }: RecordFieldProps) {
  const { t, i18n } = useTranslation()
  const shared = { label: t(`records.field.${spec.label}`), error, required: spec.needed ?? false, path }
  const language = codeLanguage(i18n.language)
  const options = spec.table === undefined ? [] : codeEntries(spec.table).map(({ code }) => ({ value: code, label: codeLabel(spec.table as NonNullable<typeof spec.table>, code, language) }))
  const set = (next: unknown) => onSet(path, next)
  const setAndLeave = (next: unknown) => {
    onSet(path, next)
    onLeave(path)
  }
  switch (spec.kind) {
    case 'date':
    case 'pastDate':
      return (
        <DateField {...shared} value={typeof value === 'string' && value !== '' ? value : null} onChange={setAndLeave} onBlur={() => onLeave(path)} noFuture={spec.kind === 'pastDate'} />
      )
    case 'code': {
      const chosen = typeof value === 'string' ? value : null
      return options.length <= openUpTo
        ? <RadioGroup {...shared} value={chosen} onChange={setAndLeave} options={options} />
        : <ComboBox {...shared} value={chosen} onChange={setAndLeave} options={options} />
    }
    case 'codes':
      return <CheckboxGroup {...shared} value={Array.isArray(value) ? (value as string[]) : []} onChange={setAndLeave} options={options} />
    case 'yesNo':
      return (
        <RadioGroup
          {...shared}
          value={value === true ? 'yes' : value === false ? 'no' : null}
          onChange={(next) => setAndLeave(next === 'yes')}
          options={[{ value: 'yes', label: t('records.yes') }, { value: 'no', label: t('records.no') }]}
        />
      )
    case 'number':
      return <NumberField {...shared} value={typeof value === 'number' ? value : null} onChange={set} onBlur={() => onLeave(path)} {...unitOf(spec, t)} />
    case 'money':
      return (
        <NumberField {...shared} value={typeof value === 'number' ? value / 100 : null} onChange={(yuan) => set(yuan === null ? null : Math.round(yuan * 100))} onBlur={() => onLeave(path)} decimals={2} {...unitOf(spec, t)} />
      )
    case 'texts':
      return <TextsField {...shared} value={Array.isArray(value) ? (value as string[]) : []} onChange={set} onBlur={() => onLeave(path)} hint={t('records.textsHint')} />
    default:
      return (
        <TextField {...shared} value={typeof value === 'string' ? value : ''} onChange={set} onBlur={() => onLeave(path)} lines={spec.lines ?? 1} maxLength={spec.max ?? 200} />
      )
  }
})

function unitOf(spec: FieldSpec, t: ReturnType<typeof useTranslation>['t']): { unit?: string } {
  return spec.unit === undefined ? {} : { unit: t(`records.unit.${spec.unit}`) }
}
