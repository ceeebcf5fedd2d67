import { useTranslation } from 'react-i18next'
import { codeEntries } from '../../../domain/codes/index.ts'
import { countyByCode } from '../../../domain/divisions/liaoning.ts'
import type { JsonObject } from '../../api/client.ts'
import { useSession } from '../../api/SessionContext.tsx'
import { CheckboxGroup, RadioGroup } from '../../components/Choices.tsx'
import { DateField } from '../../components/DateField.tsx'
import { NumberField } from '../../components/NumberField.tsx'
import { ComboBox, Select } from '../../components/Select.tsx'
import { TextField } from '../../components/TextField.tsx'
import type { BasicField } from './basicFields.ts'
import { useFieldWords } from './useFieldWords.ts'

export type FieldValue = JsonObject[string] | undefined

interface FieldControlProps {
  readonly field: BasicField
  readonly label: string
  readonly value: FieldValue
  readonly error: string | null
  readonly onChange: (value: FieldValue) => void
  /** With what a date reads. */
  readonly onEnter: (value?: FieldValue) => void
}

/** The control of one field of the file, by its kind. */
export function FieldControl({ field, label, value, error, onChange, onEnter }: FieldControlProps) {
  const { t } = useTranslation()
  const { lang } = useFieldWords()
  const { state } = useSession()
  const towns = field.isTown === true ? (countyByCode(state.county?.code ?? '')?.towns ?? []) : []
  const options = field.table === undefined
    ? towns.map((town) => ({ value: town.name, label: town.name }))
    : codeEntries(field.table).filter(({ code }) => field.name !== 'multiCategories' || code !== '7').map((entry) => ({ value: entry.code, label: entry[lang] }))
  const isList = field.kind === 'code' || towns.length > 0
  const one = typeof value === 'string' ? value : null
  const many = Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : []
  const shared = { label, error, path: field.name }
  if (isList) return options.length <= 7 ? <Select {...shared} value={one} onChange={onChange} options={options} /> : <ComboBox {...shared} value={one} onChange={onChange} options={options} />
  switch (field.kind) {
    case 'date':
      return <DateField {...shared} value={one} onChange={onChange} onEnter={onEnter} noFuture={field.noFuture ?? false} />
    case 'codes':
      return <CheckboxGroup {...shared} value={many} onChange={onChange} options={options} />
    case 'yesNo':
      return (
        <RadioGroup
          {...shared} value={value === true ? 'yes' : value === false ? 'no' : null} onChange={(next) => onChange(next === 'yes')}
          options={[{ value: 'yes', label: t('common.yes') }, { value: 'no', label: t('common.no') }]}
        />
      )
    case 'number':
      return <NumberField {...shared} value={typeof value === 'number' ? value : null} onChange={onChange} />
    default:
      return <TextField {...shared} value={one ?? ''} onChange={onChange} onEnter={() => onEnter()} maxLength={field.max ?? 40} inputMode={field.kind === 'hidden' ? 'tel' : 'text'} />
  }
}
